import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as LONGEST from '../../src/base/longestText';
import { readPasted } from '../../src/api/pasted/readPasted';
import { ANSWERS, OLD_TOKEN } from './pastedForms';
import { workOf } from './regExpWork';

describe('a text that is far too long or odd', () => {
  it('is refused at once', () => {
    for (const text of [
      'a'.repeat(1_048_576),
      `{"a":${'['.repeat(1_048_576)}`,
      ANSWERS[0]?.text.padEnd(1_048_576) ?? '',
    ]) {
      assert.equal(
        workOf(() =>
          assert.deepEqual(readPasted(text), {
            kind: 'text',
            problem: 'tooLong',
            most: LONGEST.answer,
          }),
        ),
        0,
      );
    }
  });

  it('is refused with the length that a command may have, where it is one', () => {
    const command = `curl https://compute.example/v2/t -H 'X-Other: ${'a'.repeat(LONGEST.command)}'`;
    assert.deepEqual(readPasted(command), { kind: 'text', problem: 'tooLong', most: LONGEST.command });
  });

  for (const part of [
    '"',
    "'",
    '\\"',
    '`',
    '$(',
    '$(()',
    '${OS_A',
    '{ "',
    '| ',
    '| id | a ',
    '| id |',
    '| |',
    '+-',
    ' id="',
    ' id="\\"',
    " id: '",
    'id: a ',
    'OS_A="\\" ',
    "OS_A=' ",
    'OS_A=$OS_A$OS_A ',
    'export ',
    'export -a ',
    'read -a ',
    'read -pppppppp ',
    '# OS_A=1 ',
    'if [ -z ',
    'HTTP/1.1 200 ',
    'x-subject-token: ',
    'x-subject-token: "a',
    '2026-11-27T07:30:08 ',
    `2026-11-27T07:30:08 ${OLD_TOKEN} `,
    'curl ',
    'a',
    'a.',
    '1.',
    ' ',
    '\n',
    ';',
    '•a•',
    '[',
  ]) {
    it(`takes steps in proportion to its length: ${JSON.stringify(part)}`, () => {
      const steps = (length: number): number => {
        const text = `OS_B=1 ${part.repeat(Math.floor(length / part.length))}`;
        return workOf(() => readPasted(text));
      };
      const [short, long] = [steps(16_000), steps(128_000)];
      assert.ok(long <= 9 * short + 1000, `${short} steps for 16,000 characters, ${long} for 128,000`);
    });
  }
});
