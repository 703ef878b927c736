// Runs the program named twice at once, as if it were two checks of `npm test`: for tests of what is left behind.
import { runCheck } from '../runner/runCheck';

for (const name of ['first', 'second']) {
  void runCheck({ name, args: [...process.argv.slice(2), name], counts: 'exit' }, 'live');
}
