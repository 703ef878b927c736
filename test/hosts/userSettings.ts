import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What keeps the editor quiet, so that the extension stands alone. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
};

/**
 * Writes the user's settings, which every window of a server shares.
 *
 * @param file as `userSettingsFile` names it
 */
export async function writeUserSettings(
  file: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
}
