import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { listFiles, PackageManager } from '@vscode/vsce';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../hosts/root';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> };
  };
  readonly dependencies?: unknown;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;

describe('the manifest', () => {
  it('activates by its own views, commands and documents only', () => {
    assert.deepEqual(manifest.activationEvents, ['onFileSystem:conoha-image']);
  });

  it('gives every command a title and the category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^conohaImages\.\w+$/);
      assert.equal(title, `%command.${command.replace('conohaImages.', '')}%`);
      assert.equal(category, '%category%');
    }
  });

  it('has no menu item without its command', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => command !== undefined && !commands.has(command)),
      [],
    );
  });

  it('takes from no workspace what decides how servers are asked', () => {
    for (const name of ['pageSize', 'requestTimeout', 'autoRefresh']) {
      assert.equal(contributes.configuration.properties[`conohaImages.${name}`]?.scope, 'application', name);
    }
    assert.ok(
      !Object.keys(contributes.configuration.properties).some((name) =>
        /endpoint|token|account|tenant/i.test(name),
      ),
    );
  });

  it('promises an editor no older than its typings', () => {
    assert.equal(manifest.engines.vscode, '^1.100.0');
    assert.match(manifest.devDependencies['@types/vscode'] ?? '', /^~1\.100\./);
  });

  it('has an icon of 256 by 256 pixels', () => {
    const png = readFileSync(join(ROOT, manifest.icon));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });
});

describe('the package', () => {
  it('holds bundles, media, manifest, translations, README, CHANGELOG and LICENSE, and nothing else', async () => {
    assert.equal(manifest.dependencies, undefined);
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    assert.deepEqual(files.map((file) => file.replaceAll('\\', '/')).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'ThirdPartyNotices.txt',
      'dist/chunk.js',
      'dist/commands.js',
      'dist/extension.js',
      'dist/fetch.js',
      'dist/patternEngine.js',
      'dist/readYaml.js',
      'l10n/bundle.l10n.ja.json',
      'media/activity-bar.svg',
      'media/icon.png',
      'media/screenshot.png',
      'package.json',
      'package.nls.ja.json',
      'package.nls.json',
    ]);
  });

  it('starts with at most 100 KB, without commands and libraries', () => {
    const [start = '', shared = ''] = ['extension.js', 'chunk.js'].map((file) =>
      readFileSync(join(ROOT, 'dist', file), 'utf8'),
    );
    assert.ok(start.includes('require("./chunk.js")') && !start.includes('require("./commands.js")'));
    assert.ok(start.length + shared.length <= 100_000, `${start.length + shared.length} bytes`);
  });
});
