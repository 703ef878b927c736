import assert from 'node:assert/strict';
import { window, type LogOutputChannel } from 'vscode';
import { ApiError } from '../../src/api/apiError';
import { Canceled } from '../../src/base/canceled';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { failureText, failureWords } from '../../src/text/failureText';
import { formatRequest } from '../../src/text/formatLog';
import { until } from '../hosts/until';

const RECORD = {
  method: 'GET',
  url: 'https://compute.example/v2/t/images/detail',
  outcome: 200,
  milliseconds: 7,
};

/** A channel of the editor, and what it was told, also where it threw. */
class HeardChannel {
  readonly lines: string[] = [];
  readonly channel: LogOutputChannel;

  constructor(name: string) {
    const own = window.createOutputChannel(name, { log: true });
    const hear = (level: 'info' | 'warn' | 'error') => (line: string | Error) => {
      this.lines.push(`${level}: ${String(line).split('\n', 1)[0] ?? ''}`);
      own[level](String(line));
    };
    this.channel = {
      ...own,
      info: hear('info'),
      warn: hear('warn'),
      error: hear('error'),
    };
  }
}

/** As after an update on disk. */
const unloadable = () => Promise.reject(new Error('Cannot find module'));

describe('The log', () => {
  it('passes over what ends after the window has closed its channel, which throws then', async () => {
    const [closed, open] = [new HeardChannel('Closed'), new HeardChannel('Open')];
    const [log, other] = [new ExtensionLog(closed.channel), new ExtensionLog(open.channel)];
    log.request(RECORD);
    log.dispose();
    log.request(RECORD);
    log.report(new Error('late'));
    log.warn(new Error('late'));
    log.show();
    other.report(new Error('later'));
    await until(() => open.lines.length > 0, 'what was reported last');
    assert.deepEqual(closed.lines, [`info: ${formatRequest(RECORD)}`]);
    assert.throws(() => closed.channel.info('late'), /closed/);
    other.dispose();
  });

  it('writes what was reported as the window closed, before it closes its channel', async () => {
    const [closing, open] = [new HeardChannel('Closing'), new HeardChannel('Still open')];
    const [log, other] = [new ExtensionLog(closing.channel), new ExtensionLog(open.channel)];
    log.report(new ApiError('timeout', { host: 'cloud.example' }));
    log.warn(new Error('last'));
    log.dispose();
    other.report(new Error('later'));
    await until(() => open.lines.length > 0, 'what was reported last');
    assert.deepEqual(closing.lines, ['error: ApiError: timeout', 'warn: Error: last']);
    other.dispose();
  });

  it('writes the error alone where its words cannot be loaded', async () => {
    const heard = new HeardChannel('Updated');
    const log = new ExtensionLog(heard.channel, (error) => failureWords(error, unloadable));
    log.report(new ApiError('server', { host: 'cloud.example', status: 503 }));
    await until(() => heard.lines.length > 0, 'a line');
    assert.deepEqual(heard.lines, ['error: ApiError: server 503']);
    assert.equal(
      (await failureText(new Error('[a](command:b)'), unloadable)).message,
      'Error: [a]\u2060(command:b)',
    );
    log.dispose();
  });

  it('leaves out what somebody has canceled', async () => {
    const heard = new HeardChannel('Canceled');
    const log = new ExtensionLog(heard.channel);
    log.report(new Canceled());
    log.report(new Error('a failure'));
    await until(() => heard.lines.length > 0, 'a line');
    assert.match(heard.lines[0] ?? '', /a failure/);
    log.dispose();
  });

  it('counts one image as one', () => {
    assert.match(formatRequest({ ...RECORD, rows: 1 }), /· 1 image$/);
    assert.match(formatRequest({ ...RECORD, rows: 2 }), /· 2 images$/);
  });
});
