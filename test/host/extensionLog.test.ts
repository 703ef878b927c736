import assert from 'node:assert/strict';
import { window } from 'vscode';
import { Canceled } from '../../src/base/canceled';
import { ExtensionLog } from '../../src/adapters/extensionLog';
import { formatRequest } from '../../src/text/formatLog';
import { until } from '../hosts/until';

const RECORD = {
  method: 'GET',
  url: 'https://compute.example/v2/t/images/detail',
  outcome: 200,
  milliseconds: 7,
};

describe('The log', () => {
  it('passes over what ends after the window has closed its channel, which throws then', () => {
    const channel = window.createOutputChannel('Closed', { log: true });
    const log = new ExtensionLog(channel);
    log.request(RECORD);
    log.dispose();
    log.request(RECORD);
    log.report(new Error('late'));
    log.warn(new Error('late'));
    log.show();
    assert.throws(() => channel.info('late'), /closed/);
  });

  it('leaves out what somebody has canceled', async () => {
    const channel = window.createOutputChannel('Canceled', { log: true });
    const lines: string[] = [];
    const error = (line: string | Error): void => {
      lines.push(String(line));
    };
    const log = new ExtensionLog({ ...channel, error });
    log.report(new Canceled());
    log.report(new Error('a failure'));
    await until(() => lines.length > 0, 'a line');
    assert.match(lines[0] ?? '', /a failure/);
    log.dispose();
  });

  it('counts one image as one', () => {
    assert.match(formatRequest({ ...RECORD, rows: 1 }), /· 1 image$/);
    assert.match(formatRequest({ ...RECORD, rows: 2 }), /· 2 images$/);
  });
});
