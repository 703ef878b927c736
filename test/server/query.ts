import { computeError, escapeHtml, Refusal } from './replies';

/** The parameters of `images/detail` that Nova understands; all others are ignored. */
export interface ListQuery {
  /** Absent: no limit was asked for; 0 means the same to Nova. */
  readonly limit?: number;
  readonly marker?: string;
  readonly name?: string;
  /** Lowercased: Nova hands it on to Glance, whose words are in lower case. */
  readonly status?: string;
  readonly type?: string;
  /** Milliseconds since 1970. */
  readonly changesSince?: number;
}

/** Reads the query as Nova does: of a parameter that stands there twice the last one counts. */
export function parseListQuery(params: URLSearchParams): ListQuery {
  const last = (name: string) => params.getAll(name).at(-1);
  const limit = last('limit');
  const changesSince = last('changes-since');
  return {
    limit: limit === undefined ? undefined : parseLimit(limit),
    // Glance takes an empty marker for none.
    marker: last('marker') === '' ? undefined : last('marker'),
    name: last('name'),
    status: last('status')?.toLowerCase(),
    type: last('type'),
    changesSince: changesSince === undefined ? undefined : parseChangesSince(changesSince),
  };
}

function parseLimit(text: string): number {
  if (/^\s*\+?\d+\s*$/.test(text)) return Number(text);
  const complaint = /^\s*-\d+\s*$/.test(text) ? 'limit must be >= 0' : 'limit must be an integer';
  throw new Refusal(computeError(400, complaint));
}

const isoTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

function parseChangesSince(text: string): number {
  const [, date, time = '00:00:00', zone = 'Z'] = isoTime.exec(text) ?? [];
  const instant = Date.parse(`${date ?? ''}T${time.replace(',', '.')}${zone}`);
  if (!Number.isNaN(instant)) return instant;
  const message = 'Bad "updated_at" query filter format. Use ISO 8601 DateTime notation.';
  // The message comes from Glance's HTML error page, and Nova does not undo the escapes.
  throw new Refusal(computeError(400, `HTTP 400 Bad Request: ${escapeHtml(message)}`));
}
