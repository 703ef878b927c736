import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mask, writtenForms } from '../../src/api/http/mask';
import { serverMessage } from '../../src/api/http/serverMessage';

describe('a secret in a text', () => {
  it('is masked in each form, in small letters and capitals', () => {
    const secret = 'pä"ss.*word';
    assert.equal(mask(`a ${secret} b ${secret.toUpperCase()} c`, [secret]), 'a ••• b ••• c');
    assert.equal(
      mask(`?p=${encodeURIComponent(secret)}&${JSON.stringify(secret)}`, [secret]),
      '?p=•••&"•••"',
    );
    assert.equal(
      mask('İ is longer in small letters; PASSWORD-1', ['password-1']),
      'İ is longer in small letters; •••',
    );
    assert.equal(mask('nothing', ['', 'x']), 'nothing');
  });

  it('takes the whole text with it where its letters would be told by what is left of it', () => {
    for (const secret of ['a', ' ', 'e', '4', 'the', 'Password']) {
      assert.equal(mask('The 4 words of a password', [secret]), undefined, secret);
    }
    assert.equal(mask('The words of nobody', ['zq', 'passwords']), 'The words of nobody');
  });

  it('has no empty form, and none of what is left of it, where it has halves of surrogate pairs', () => {
    for (const secret of ['\ud800', '\udc00\ud800', '\ud800'.repeat(8), `${'\ud800'.repeat(8)}a`, '']) {
      const shortest = Math.min(...writtenForms([secret]).map(({ length }) => length));
      assert.ok(shortest >= secret.length && shortest > 0, JSON.stringify(secret));
      assert.equal(mask('A text without any', [secret]), 'A text without any');
      const told = `said ${JSON.stringify(secret)}`;
      if (secret.length >= 8) assert.equal(mask(told, [secret]), 'said "•••"');
    }
  });

  // Looked for at every place letter by letter, the longer one would take hours.
  it('is masked, however long it is', () => {
    for (const length of [32_768, 1_048_576]) {
      assert.equal(mask(`a ${'T'.repeat(length)} b`, ['t'.repeat(length)]), 'a ••• b');
      assert.equal(mask('t'.repeat(length - 1), ['t'.repeat(length)])?.length, length - 1);
    }
  });
});

describe('the message of an error answer', () => {
  const message = (body: string, secrets: readonly string[] = []) => serverMessage(body, secrets);

  it('is found in each JSON form of OpenStack', () => {
    assert.equal(
      message('{"badRequest": {"code": 400, "message": "limit must be >= 0"}}'),
      'limit must be >= 0',
    );
    assert.equal(message('{"error": {"message": "No.", "code": 401, "title": "Unauthorized"}}'), 'No.');
    assert.equal(message('{"overLimit": {"code": 413, "message": "Slow.", "retryAfter": "7"}}'), 'Slow.');
    assert.equal(message('{"message": "Plain.<br /><br />\\n\\n", "code": "401 Unauthorized"}'), 'Plain.');
  });

  it('is the answer itself where it is neither JSON nor HTML, or JSON of another form', () => {
    assert.equal(message('Authentication required\n'), 'Authentication required');
    assert.equal(message('{"code": 401, "error": "no"}'), '{"code": 401, "error": "no"}');
    assert.equal(message('"just text"'), '"just text"');
    assert.equal(message('null'), 'null');
  });

  it('is what an HTML page shows', () => {
    const page =
      '<html><head><title>503 Service Unavailable</title><style>b {color: red}</style></head>' +
      '<body><h1>503 Service Unavailable</h1><script>run("x")</script>It is &quot;down&quot;.<br /></body></html>';
    assert.equal(message(page), '503 Service Unavailable It is "down".');
  });

  it('is the title of an HTML page that shows nothing', () => {
    assert.equal(message('<html><head><title> Log in </title></head><body></body></html>'), 'Log in');
  });

  it('is what a page shows that has an empty title', () => {
    assert.equal(
      message('<html><head><title></title></head><body>Nothing here</body></html>'),
      'Nothing here',
    );
  });

  it('is unescaped once', () => {
    assert.equal(
      message('{"e": {"message": "&lt;a&gt; &amp;lt; &quot;&#39;&#x27;&#26085;"}}'),
      "<a> &lt; \"''日",
    );
    assert.equal(message('a &unknown; b &#x110000; c &#99999999;'), 'a &unknown; b &#x110000; c &#99999999;');
  });

  it('is one line without control characters', () => {
    assert.equal(
      message('{"e": {"message": "one\\ntwo\\u0000\\u001b[31mthree\\t four"}}'),
      'one two [31mthree four',
    );
  });

  it('is nothing when there are no words', () => {
    assert.equal(message(''), undefined);
    assert.equal(message(' \n'), undefined);
    assert.equal(message('<html><body></body></html>'), undefined);
    assert.equal(message('{"e": {"message": ""}}'), undefined);
  });

  it('is cut at 500 characters', () => {
    const long = message(`{"e": {"message": "${'長'.repeat(600)}"}}`);
    assert.equal(long, `${'長'.repeat(499)}…`);
  });

  it('is none where a short secret stands in it', () => {
    const body = '{"error": {"message": "The user name or password is wrong."}}';
    for (const secret of ['a', ' ', 'the', 'password']) assert.equal(message(body, [secret]), undefined);
    assert.equal(message(body, ['zq']), 'The user name or password is wrong.');
    assert.equal(message('<p>The user &#97;bc</p>', ['abc']), undefined);
  });

  it('tells no secret, escaped or not, and no part of one where it is cut', () => {
    const secret = 'abc<d&e>"f';
    for (const form of [
      secret,
      'abc&lt;d&amp;e&gt;&quot;f',
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      secret.toUpperCase(),
    ]) {
      assert.equal(message(`The word ${form} is wrong`, ['', secret]), 'The word ••• is wrong', form);
    }
    for (let before = 485; before <= 500; before++) {
      const text = message(`${'x'.repeat(before)}0123456789`, ['0123456789']) ?? '';
      assert.doesNotMatch(text, /\d/);
    }
  });
});
