// Runs the tests of one folder in this process: `node mocha.main.js <folder> <milliseconds per test>`.
import { resolve } from 'node:path';
import { runMocha } from './runMocha';

const [folder = '', timeout = ''] = process.argv.slice(2);
runMocha(resolve(folder), Number(timeout)).then(
  // Ends here even when a test has left something open; what it leaves behind is its own failure to find.
  ({ failed }) => process.exit(failed > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
