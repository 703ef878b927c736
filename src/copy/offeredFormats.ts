/** What is offered: a format, or a template of a person's own. */
export interface Offered {
  /** By which it is noted as used. */
  readonly id: string;
  /** The languages that it is made for. */
  readonly languages: readonly string[];
}

/** Languages of files that the editor may take for text or something general, by the ends of their names. */
const LANGUAGES_BY_END: readonly (readonly [end: RegExp, language: string])[] = [
  [/\.pkr(?:vars)?\.hcl$/i, 'packer'],
  [/\.(?:tf|tfvars|tofu)$/i, 'terraform'],
  [/\.csv$/i, 'csv'],
  [/\.(?:sh|bash|zsh|ksh)$/i, 'shellscript'],
];

/** The language by which is decided what fits a file: what its name says, or the editor's own. @param path of the file */
export function fileLanguage(languageId: string, path: string): string {
  return LANGUAGES_BY_END.find(([end]) => end.test(path))?.[1] ?? languageId;
}

/** What fits the language of the file first, and of each what was used last. @param used ids, the last one first @param language `undefined` where there is no file */
export function inOfferedOrder<T extends Offered>(
  all: readonly T[],
  language: string | undefined,
  used: readonly string[],
): readonly T[] {
  const fits = ({ languages }: T): boolean => language !== undefined && languages.includes(language);
  const place = ({ id }: T): number => (used.includes(id) ? used.indexOf(id) : used.length);
  return all.toSorted((one, other) => Number(fits(other)) - Number(fits(one)) || place(one) - place(other));
}
