import { atMost, beginningOf, columnsOf, fitting, NARROW_COLUMNS } from '../../base/columns';

/** Letters of a label that is followed by something short that is urgent: in a side bar of the usual width both can be read. */
const URGENT_COLUMNS = 18;
/** Letters that are left of a label however much is urgent. */
const LEAST_COLUMNS = 10;
/** Names that differ in so many places, each behind the one before, are nobody's. */
const DEEPEST = 50;

/** A label as it is drawn. */
export interface DrawnLabel {
  readonly text: string;
  /** What stands beside it first, and has to be seen; `undefined` where nothing has to. */
  readonly urgent: string | undefined;
}

/**
 * What a narrow list shows of labels that stand together: `undefined` for one that stands there whole, or is cut by the list
 * itself. What is cut here keeps what tells it from the others: its beginning and its end, else the part that differs.
 */
export function cutLabels(labels: readonly DrawnLabel[]): readonly (string | undefined)[] {
  const cut: (string | undefined)[] = new Array<undefined>(labels.length).fill(undefined);
  const long = labels.flatMap(({ text, urgent }, index) => {
    const columns = columnsBeside(urgent);
    // A wide letter counts twice: fewer letters than half of the room always fit.
    if (text.length * 2 <= columns || columnsOf(text) <= columns) return [];
    return [{ index, text, columns, urgent, beginning: beginningOf(text, NARROW_COLUMNS) }];
  });
  const begin = countBy(long.map(({ beginning }) => beginning));
  const rows = long.filter(
    ({ urgent, beginning }) => urgent !== undefined || (begin.get(beginning) ?? 0) > 1,
  );
  for (const row of rows) cut[row.index] = fitting(row.text, row.columns);
  tellApart(rows, cut);
  return cut;
}

/** The more there is to be seen beside a label, the less is seen of it. */
function columnsBeside(urgent: string | undefined): number {
  if (urgent === undefined) return NARROW_COLUMNS;
  return Math.max(LEAST_COLUMNS, Math.min(URGENT_COLUMNS, NARROW_COLUMNS - columnsOf(urgent)));
}

interface LongLabel {
  readonly index: number;
  readonly text: string;
  readonly columns: number;
}

/** Shows of those that would look the same what differs first in them. */
function tellApart(rows: readonly LongLabel[], cut: (string | undefined)[], depth = 0): void {
  if (depth > DEEPEST) return;
  for (const alike of rowsByText(rows, cut)) {
    const [first, ...others] = alike;
    if (first === undefined || others.every(({ text }) => text === first.text)) continue;
    const common = Math.min(...others.map(({ text }) => commonStart(first.text, text)));
    for (const row of alike) cut[row.index] = fittingFrom(row.text, common, row.columns);
    // Each of what is left has more in common.
    tellApart(alike, cut, depth + 1);
  }
}

function rowsByText(rows: readonly LongLabel[], cut: readonly (string | undefined)[]): Iterable<LongLabel[]> {
  const byText = new Map<string | undefined, LongLabel[]>();
  for (const row of rows) {
    const text = cut[row.index];
    const alike = byText.get(text);
    if (alike === undefined) byText.set(text, [row]);
    else alike.push(row);
  }
  return byText.values();
}

/** The beginning of a text, and what stands behind a place in it, as far as both fit. */
function fittingFrom(text: string, place: number, columns: number): string {
  const start = beginningOf(text, Math.floor(columns / 3));
  const rest = Array.from(text.slice(place));
  const room = columns - columnsOf(start) - 1;
  const shown = atMost(rest, room);
  const end = shown.length === rest.length ? shown.join('') : `${atMost(rest, room - 1).join('')}…`;
  return `${start}…${end}`;
}

/** How many letters two texts begin with in common, without cutting one of two units in half. */
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return /[\ud800-\udbff]/.test(a.charAt(at - 1)) ? at - 1 : at;
}

function countBy(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
