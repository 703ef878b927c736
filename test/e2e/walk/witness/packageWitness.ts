import { packageHelper } from '../../../hosts/packageHelper';

/** Packages the extension that walks install beside the product. @returns the path of the `.vsix` */
export function packageWitness(folder: string): Promise<string> {
  const manifest = {
    name: 'walk-witness',
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'walk.mark', title: 'Walk: Mark' }] },
  };
  return packageHelper('e2e/walk/witness/witness.main.js', manifest, folder);
}
