import type { EachFormat } from '../format';
import { parseTemplate, type TemplateProblem } from './template';

/** A template of the setting that can be used. */
export interface OwnTemplate {
  readonly name: string;
  readonly format: EachFormat;
}

/** One that can’t: what is wrong with it; `undefined` where it has no name or no text at all. */
export interface BrokenTemplate {
  /** Empty where it has none. */
  readonly name: string;
  readonly problem: TemplateProblem | undefined;
}

/** The templates of the setting `copyAs.templates`, in its order. @param written whatever somebody has written there */
export function ownTemplates(written: readonly unknown[]): readonly (OwnTemplate | BrokenTemplate)[] {
  return written.map((one) => {
    const { name, language, text } = writtenTexts(one);
    if (name === undefined || name.trim() === '' || text === undefined)
      return { name: name ?? '', problem: undefined };
    const format = parseTemplate(text, language ?? '');
    return 'kind' in format ? { name, problem: format } : { name, format };
  });
}

function writtenTexts(value: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
