import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';

/** Following them takes time by the square of their number. */
const MOST_ALIASES = 1000;

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
  const wrong = problem ?? wrongAlias(document);
  if (wrong) return { problem: wrong.code, line: lineCounter.linePos(wrong.offset).line };
  try {
    return { value: document.toJS() as unknown };
  } catch {
    // More aliases of aliases than anybody writes by hand.
    return { problem: 'BAD_ALIAS', line: undefined };
  }
}

/** An alias whose anchor does not stand before it, or one more than are followed. All is found in one visit. */
function wrongAlias(document: Document.Parsed): { code: string; offset: number } | undefined {
  const anchors = new Set<string>();
  let aliases = 0;
  let offset: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if ('anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor);
        return undefined;
      }
      if (anchors.has(node.source) && ++aliases <= MOST_ALIASES) return undefined;
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset === undefined ? undefined : { code: 'BAD_ALIAS', offset };
}
