import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodeServer, installExtensions, userSettingsFile, type ServerFolders } from '../../hosts/codeServer';
import { installHost } from '../../hosts/installHost';
import { packageExtension } from '../../hosts/packageExtension';
import { hostPin } from '../../hosts/pins';
import { temporaryFolder } from '../../hosts/temporaryFolder';
import type { SessionServer } from '../workbench/session';
import { Workbench } from '../workbench/workbench';
import { keybindings } from './keys';
import { packageWitness } from './witness/packageWitness';
import { WitnessLine } from './witness/witnessLine';

/** So tall that hardly any list has to be scrolled to be read. */
const VIEWPORT = { width: 1280, height: 4000 };

export const PAGE_SIZE = 25;

/** A VS Code with the product and the witness, for walks: one window after the other. */
export class WalkEditor {
  private constructor(
    private readonly server: CodeServer,
    readonly folders: ServerFolders,
    readonly witness: WitnessLine,
  ) {}

  static async start(vscode: string): Promise<WalkEditor> {
    const folder = temporaryFolder('walk');
    const folders = { data: join(folder, 'data'), extensions: join(folder, 'extensions') };
    const [host, product, helper, witness] = await Promise.all([
      installHost(hostPin(vscode)),
      packageExtension(),
      packageWitness(join(folder, 'witness')),
      WitnessLine.listen(),
    ]);
    await installExtensions(host, [product, helper], folders);
    const keys = join(dirname(userSettingsFile(folders)), 'keybindings.json');
    await mkdir(dirname(keys), { recursive: true });
    await writeFile(keys, keybindings());
    const server = await CodeServer.start(host, {
      ...folders,
      workspaceTrust: 'off',
      extensionTests: false,
      env: { WALK_PORT: String(witness.port) },
    });
    return new WalkEditor(server, folders, witness);
  }

  get address(): SessionServer {
    return { address: `http://${this.server.authority}`, settings: userSettingsFile(this.folders) };
  }

  /** A window that nobody has used before. */
  async open(): Promise<Workbench> {
    this.witness.hangUp();
    const workbench = await Workbench.open({
      viewport: VIEWPORT,
      server: this.address,
      settings: { 'conohaImages.pageSize': PAGE_SIZE },
    });
    await this.witness.untilUp();
    return workbench;
  }

  async reload(workbench: Workbench): Promise<void> {
    this.witness.hangUp();
    await workbench.reload();
    await this.witness.untilUp();
  }

  async stop(): Promise<void> {
    this.witness.close();
    await this.server.stop();
  }
}
