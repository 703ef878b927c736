import type { IncomingHttpHeaders } from 'node:http';
import { htmlPage, json, plainText, titleOf, type Reply } from '../replies';

type Headers = Readonly<Record<string, string>>;

/**
 * Glance's error: not wrapped, its code a text, its message that of an HTML page. Who does not ask for JSON gets plain
 * text, and who takes anything gets HTML.
 */
export function glanceError(
  status: number,
  message: string,
  { accept = '' }: Pick<IncomingHttpHeaders, 'accept'>,
  headers: Headers = {},
): Reply {
  if (accept.includes('application/json')) {
    const body = {
      message: `${message}<br /><br />\n\n\n`,
      code: `${status} ${titleOf(status)}`,
      title: titleOf(status),
    };
    return json(status, body, headers);
  }
  if (/\*\/\*|text\/html/.test(accept)) return htmlPage(status, message, headers);
  return plainText(status, `${status} ${titleOf(status)}\n\n${message}\n\n`, headers);
}

/** The same answer as while the identity service is away: it does not prove that the token is bad. */
export function glanceUnauthenticated(accept: Pick<IncomingHttpHeaders, 'accept'>, origin: string): Reply {
  const message =
    'This server could not verify that you are authorized to access the document you requested.';
  return glanceError(401, message, accept, { 'WWW-Authenticate': `Keystone uri="${origin}/v3"` });
}
