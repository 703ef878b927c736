import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOpenrc } from '../../src/api/pasted/openrc';
import {
  generateOpenrc,
  OPENRC_NAMES,
  OTHER_FILE,
  OTHER_FILE_TEXT,
  type GeneratedOpenrc,
} from './openrcScripts';

const COUNT = 400;

/** Reads each script into a shell of its own, and writes down the variables that it then has. */
const DRIVER = `cd "$1"; for script in *.sh; do
  ( trap '{ ${OPENRC_NAMES.map((name) => `printf "%s=%s\\n" ${name} "\${${name}-}"`).join('; ')}; } > "$script.env"' EXIT; set -a; . "./$script" ) >/dev/null 2>&1 </dev/null
done; wait`;

/** What a real shell has in its variables, once it has read each of the scripts and nothing else. */
function setByShell(scripts: readonly GeneratedOpenrc[]): readonly ReadonlyMap<string, string>[] {
  const folder = mkdtempSync(join(tmpdir(), 'conoha-images-'));
  try {
    writeFileSync(join(folder, OTHER_FILE), OTHER_FILE_TEXT);
    const paths = scripts.map(({ text }, number) => {
      const path = join(folder, `${number}.sh`);
      writeFileSync(path, text);
      return path;
    });
    const env = { PATH: process.env['PATH'], LANG: 'C' };
    execFileSync('sh', ['-c', DRIVER, 'sh', folder], { env, stdio: 'ignore' });
    return paths.map((path) => {
      const found = readFileSync(`${path}.env`, 'utf8').matchAll(/^(OS_\w+)=(.*)$/gm);
      return new Map(Array.from(found, ([, name = '', value = '']) => [name, value]));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails where something is read that the shell does not have. @returns whether all is read */
function isRead(text: string, set: ReadonlyMap<string, string>, mayLack: boolean): boolean {
  const { variables = {}, unread = [], asked = [] } = readOpenrc(text) ?? {};
  const unsure = new Set([...unread.map(({ name }) => name), ...asked]);
  for (const name of OPENRC_NAMES) {
    const value = variables[name];
    // Empty ones are left out.
    const isNone = value === undefined && (mayLack || unsure.has(name));
    if (!isNone) assert.equal(value ?? '', set.get(name) ?? '', `${name} in\n${text}`);
  }
  return unsure.size === 0;
}

describe(`${COUNT} generated scripts for a shell`, () => {
  const scripts = Array.from({ length: COUNT }, (_, number) => generateOpenrc(`script ${number}`));
  let set: readonly ReadonlyMap<string, string>[] = [];
  const ofShell = (number: number): ReadonlyMap<string, string> => {
    if (set.length === 0) set = setByShell(scripts);
    return set[number] ?? new Map<string, string>();
  };

  it('are read as the shell reads them, or said to be unsure where something in them is', function () {
    this.timeout(120_000);
    let sure = 0;
    scripts.forEach(({ text, isPlain, isOpen }, number) => {
      const isSure = isRead(text, ofShell(number), isOpen);
      if (isSure) sure++;
      assert.ok(isSure || !isPlain, text);
    });
    assert.ok(sure > COUNT / 10, `only ${sure} were sure`);
  });

  it('are read as the shell reads them in a box, too, where line ends are lost', function () {
    this.timeout(120_000);
    scripts.forEach(({ text, isPlainFolded, isOpen }, number) => {
      // Where a comment ends is not known: what stands behind it may be left out.
      const mayLack = isOpen || text.includes('#');
      const isSure = isRead(text.replaceAll('\n', ' '), ofShell(number), mayLack);
      assert.ok(isSure || !isPlainFolded, text);
    });
  });
});
