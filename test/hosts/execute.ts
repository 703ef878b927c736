import { execFile } from 'node:child_process';

/**
 * Runs a program to its end, without input.
 *
 * @returns what it printed to standard output
 * @throws with the end of what it printed, when it fails
 */
export function execute(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { ...options, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) {
          reject(new Error(`${command} ${args.join(' ')} failed:\n${(stdout + stderr).trim().slice(-4000)}`));
        } else {
          resolve(stdout);
        }
      },
    );
    child.stdin?.end();
  });
}
