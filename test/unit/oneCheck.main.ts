// Runs the program named as if it were one check of `npm test`: for tests of what is left behind.
import { runCheck } from '../runner/runCheck';

void runCheck({ name: 'one', args: process.argv.slice(2), counts: 'exit' }, 'live');
