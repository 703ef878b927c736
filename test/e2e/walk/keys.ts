import type { CommandName } from './commandName';
import { ARRANGEMENTS } from '../../../src/session/arrangements';
import { MANIFEST } from '../../hosts/manifest';

/** What a walk does by a key of its own: a person who does something often gives it one, too. */
export type KeyedCommand =
  | `conohaImages.${CommandName}`
  | 'walk.mark'
  | 'notifications.clearAll'
  | 'workbench.action.closeAllEditors'
  | 'workbench.action.closePanel';

/** There are more choices of the title's menus than keys: a walk uses two of them. */
const UNUSED: ReadonlySet<string> = new Set(
  ARRANGEMENTS.flatMap(({ command, ticked }) => [command, ticked])
    .filter((command) => command !== 'groupByStatus' && command !== 'groupByApp')
    .map((command) => `conohaImages.${command}`),
);

const KEYED: readonly string[] = [
  ...MANIFEST.contributes.commands.map(({ command }) => command).filter((command) => !UNUSED.has(command)),
  'walk.mark',
  'notifications.clearAll',
  'workbench.action.closeAllEditors',
  'workbench.action.closePanel',
];

const MODIFIERS = [
  ['Control', 'Alt'],
  ['Control', 'Alt', 'Shift'],
  ['Alt', 'Shift'],
  ['Control', 'Shift'],
] as const;
/** Without F10, which opens a menu when Shift is held. */
const FUNCTION_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12] as const;

/** As Playwright presses it: `Control+Alt+F5`. */
export function keyOf(command: KeyedCommand): string {
  return keyAt(KEYED.indexOf(command));
}

function keyAt(at: number): string {
  const modifiers = MODIFIERS[Math.floor(at / FUNCTION_KEYS.length)];
  if (at < 0 || modifiers === undefined) throw new Error('There are not as many keys.');
  return [...modifiers, `F${FUNCTION_KEYS[at % FUNCTION_KEYS.length]}`].join('+');
}

/** The user's `keybindings.json`. */
export function keybindings(): string {
  const bindings = KEYED.map((command, at) => ({
    command,
    key: keyAt(at).toLowerCase().replace('control', 'ctrl'),
  }));
  return JSON.stringify(bindings, undefined, 2);
}
