import { commands, QuickPickItemKind, type QuickPickItem, type TextDocument, type TextEditor } from 'vscode';
import type { Format } from '../../copy/format';
import { FORMAT_IDS, FORMATS } from '../../copy/formats';
import { fileLanguage, inOfferedOrder, type Offered } from '../../copy/offeredFormats';
import { ownTemplates, type BrokenTemplate } from '../../copy/template/ownTemplates';
import { copyAsTexts } from '../../text/copyAsTexts';
import { templateProblemText } from '../../text/describeTemplate';
import { formatName } from '../../text/formatNames';
import { plainLabel } from '../../text/plainLabel';
import type { CommandContext } from '../context';
import { pickOne } from '../pick';
import { noteUsedFormat, usedFormats } from './usedFormats';

/** A form that somebody has chosen. */
export interface ChosenFormat extends Offered {
  /** What it is called, in the language of the editor. */
  readonly label: string;
  readonly format: Format;
}

interface FormatItem extends QuickPickItem {
  readonly chosen?: ChosenFormat;
}

const TEMPLATES = 'copyAs.templates';

/**
 * Lets somebody choose a form: what fits the file first, then what was used last.
 * @param editor in which the file stands, if any
 */
export async function chooseFormat(
  { settings, state }: Pick<CommandContext, 'settings' | 'state'>,
  editor: TextEditor | undefined,
  title: string,
): Promise<ChosenFormat | undefined> {
  const document = editor?.document;
  const all = allFormats({ settings, state }, document);
  const templates = ownTemplates(settings.copyTemplates());
  const broken = templates.filter((template) => 'problem' in template).map(brokenItem);
  const language = languageOf(document);
  // Who knows the name of a resource rather than that of its form may type that.
  const options = { title, placeHolder: copyAsTexts.select(), matchOnDescription: true, matchOnDetail: true };
  const picked = await pickOne([...itemsOf(all, language), ...broken], options);
  if (picked === undefined) return undefined;
  if (picked.chosen === undefined) {
    await commands.executeCommand('workbench.action.openSettings', `conohaImages.${TEMPLATES}`);
    return undefined;
  }
  await noteUsedFormat(state, picked.chosen.id);
  return picked.chosen;
}

/** All forms, one’s own too: what fits the file first, then what was used last. */
export function allFormats(
  { settings, state }: Pick<CommandContext, 'settings' | 'state'>,
  document: TextDocument | undefined,
): readonly ChosenFormat[] {
  const own = ownTemplates(settings.copyTemplates()).flatMap((template): readonly ChosenFormat[] =>
    'format' in template ? [ownFormat(template.name, template.format)] : [],
  );
  return inOfferedOrder([...FORMAT_IDS.map(knownFormat), ...own], languageOf(document), usedFormats(state));
}

function languageOf(document: TextDocument | undefined): string | undefined {
  return document && fileLanguage(document.languageId, document.uri.path);
}

function knownFormat(id: (typeof FORMAT_IDS)[number]): ChosenFormat {
  const { languages } = FORMATS[id];
  return { id, languages, label: formatName(id).label, format: FORMATS[id] };
}

function ownFormat(name: string, format: Format): ChosenFormat {
  return { id: `template:${name}`, languages: format.languages, label: name, format };
}

function itemsOf(all: readonly ChosenFormat[], language: string | undefined): readonly FormatItem[] {
  const fits = all.filter(({ languages }) => language !== undefined && languages.includes(language));
  const others = all.filter((one) => !fits.includes(one));
  if (fits.length === 0) return others.map(itemOf);
  return [
    { label: copyAsTexts.forFile(), kind: QuickPickItemKind.Separator },
    ...fits.map(itemOf),
    { label: copyAsTexts.others(), kind: QuickPickItemKind.Separator },
    ...others.map(itemOf),
  ];
}

function itemOf(chosen: ChosenFormat): FormatItem {
  const known = FORMAT_IDS.find((id) => id === chosen.id);
  const detail = known === undefined ? copyAsTexts.ownTemplate() : formatName(known).detail;
  return {
    label: plainLabel(chosen.label),
    chosen,
    ...(detail === undefined ? {} : { description: detail }),
  };
}

/** Enter leads to where it is mended. */
function brokenItem({ name, problem }: BrokenTemplate): FormatItem {
  const called = name.trim() === '' ? copyAsTexts.unnamed() : name;
  const detail = problem === undefined ? copyAsTexts.incomplete() : templateProblemText(problem);
  return { label: `$(warning) ${plainLabel(called)}`, detail, alwaysShow: true };
}
