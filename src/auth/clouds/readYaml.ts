import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';

/** What stands in the text, or where and by which of the parser's codes it is no YAML. */
export type YamlText =
  { readonly value: unknown } | { readonly problem: string; readonly line: number | undefined };

/**
 * Reads one YAML document, with anchors and merge keys. Every scalar but `null` stays the text it is: a password of
 * digits keeps its leading zero. A key that stands twice counts as last written, as OpenStack's tools have it.
 */
export function readYaml(text: string): YamlText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: ['null', 'merge'],
    uniqueKeys: false,
    // A pretty error quotes the line, in which a password may stand.
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  });
  const [fault] = [...document.errors, ...document.warnings];
  const problem = fault && { code: fault.code, offset: fault.pos[0] };
  const wrong = problem ?? unresolvedAlias(document);
  if (wrong) return { problem: wrong.code, line: lineCounter.linePos(wrong.offset).line };
  try {
    return { value: document.toJS() as unknown };
  } catch {
    // More aliases of aliases than anybody writes by hand.
    return { problem: 'BAD_ALIAS', line: undefined };
  }
}

function unresolvedAlias(document: Document.Parsed): { code: string; offset: number } | undefined {
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document) !== undefined) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return offset === undefined ? undefined : { code: 'BAD_ALIAS', offset };
}
