/** What is rejected on purpose: an error, and a text, which has no stack. */
export const CONTROLS = ['rejected on purpose: an error', 'rejected on purpose: a text'] as const;

/** Leaves rejections behind that nobody handles. Whatever watches for those and does not tell of these is blind. */
export function rejectOnPurpose(): void {
  const [error, text] = CONTROLS;
  void Promise.reject(new Error(error));
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- some libraries do
  void Promise.reject(text);
}

/** The controls that none of the texts tells of, each as a failure. */
export function unnoticed(texts: readonly string[]): readonly string[] {
  return CONTROLS.filter((control) => !texts.some((text) => text.includes(control))).map(
    (control) => `Nothing would be noticed here: not even what was ${control}.`,
  );
}

export function isControl(text: string): boolean {
  return CONTROLS.some((control) => text.includes(control));
}
