import type { COMMANDS } from '../../../src/commands/commands';

/** What a command is called behind `conohaImages.`. */
export type CommandName = keyof typeof COMMANDS;
