import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly items?: {
    readonly enum?: readonly string[];
    readonly properties?: Readonly<Record<string, { readonly pattern?: string }>>;
  };
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What tests read of `package.json`. */
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
    readonly menus: Readonly<
      Record<
        string,
        readonly {
          readonly command?: string;
          readonly submenu?: string;
          readonly when?: string;
          readonly group?: string;
        }[]
      >
    >;
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly inputSchema: {
        readonly properties: Readonly<Record<string, { readonly description: string }>>;
        readonly required: readonly string[];
      };
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly dependencies?: unknown;
}

export const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
