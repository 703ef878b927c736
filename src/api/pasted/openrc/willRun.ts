/** Whether a shell makes what stands at a place: `surely`, `perhaps`, since only the shell could tell, or `never`. */
export type WillRun = 'surely' | 'perhaps' | 'never';

/**
 * What a command ends with: `presumed` is success where the file itself leaves a variable empty, which the environment may
 * have filled.
 */
export type ExitStatus = 'succeeds' | 'presumed' | 'fails' | 'unknown';

/** Of two conditions that both have to hold. */
export function leastRun(one: WillRun, other: WillRun): WillRun {
  if (one === 'never' || other === 'never') return 'never';
  return one === 'surely' ? other : one;
}

/** Whether what follows `&&` runs. */
export function runAfter(status: ExitStatus): WillRun {
  if (status === 'unknown') return 'perhaps';
  return status === 'fails' ? 'never' : 'surely';
}

/** Whether what follows `||`, or stands behind `else`, runs. */
export function runUnless(status: ExitStatus): WillRun {
  if (status === 'fails') return 'surely';
  return status === 'succeeds' ? 'never' : 'perhaps';
}
