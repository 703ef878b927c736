/** What is rejected on purpose. */
export const CONTROL = 'rejected on purpose';

/** Leaves a rejection behind that nobody handles. Whatever watches for those and does not tell of this one is blind. */
export function rejectOnPurpose(): void {
  void Promise.reject(new Error(CONTROL));
}

/** A failure where none of the texts tells of the control. */
export function unnoticed(texts: readonly string[]): readonly string[] {
  return texts.some(isControl) ? [] : [`Nothing would be noticed here: not even what was ${CONTROL}.`];
}

export function isControl(text: string): boolean {
  return text.includes(CONTROL);
}
