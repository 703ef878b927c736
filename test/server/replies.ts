/** What a handler wants to be sent; the delivery adds the date, request ids and compression. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Thrown by handlers to answer with an error at once. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`Refused with ${reply.status}`);
  }
}

type Headers = Readonly<Record<string, string>>;

export function json(status: number, body: unknown, headers: Headers = {}): Reply {
  return jsonText(status, JSON.stringify(body), headers);
}

export function jsonText(status: number, body: string, headers: Headers = {}): Reply {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

export function plainText(status: number, body: string, headers: Headers = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=UTF-8', ...headers }, body };
}

/** The HTML page that the framework under Nova and Keystone sends for what never reaches a controller. */
export function htmlPage(status: number, explanation: string, headers: Headers = {}): Reply {
  const heading = `${status} ${titleOf(status)}`;
  const body = [
    '<html>',
    ' <head>',
    `  <title>${heading}</title>`,
    ' </head>',
    ' <body>',
    `  <h1>${heading}</h1>`,
    `  ${escapeHtml(explanation)}<br /><br />`,
    ' </body>',
    '</html>',
    '',
  ].join('\n');
  return { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers }, body };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}

/** The key under which Nova wraps an error of this status. */
function novaFaultName(status: number): string {
  const names: Readonly<Record<number, string>> = {
    400: 'badRequest',
    401: 'unauthorized',
    403: 'forbidden',
    404: 'itemNotFound',
    405: 'badMethod',
    409: 'conflictingRequest',
    413: 'overLimit',
    429: 'overLimit',
    503: 'serviceUnavailable',
  };
  return names[status] ?? 'computeFault';
}

/** Nova's error: `{"<fault>": {"code", "message"}}`. */
export function computeError(status: number, message: string, headers: Headers = {}): Reply {
  return json(status, { [novaFaultName(status)]: { code: status, message } }, headers);
}

/** Keystone's error: `{"error": {"code", "message", "title"}}`. */
export function identityError(status: number, message: string, headers: Headers = {}): Reply {
  return json(status, { error: { code: status, message, title: titleOf(status) } }, headers);
}

/** Nova's answer when requests come too fast; `retryAfter` stands in the body too when it is a number of seconds. */
export function overLimit(status: number, retryAfter: number | string): Reply {
  const body = {
    overLimit: {
      code: status,
      message: 'This request was rate-limited.',
      details: 'Only 10 GET request(s) can be made to * every minute.',
      retryAfter: String(retryAfter),
    },
  };
  return json(status, body, { 'Retry-After': String(retryAfter) });
}

const titles: Readonly<Record<number, string>> = {
  300: 'Multiple Choices',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export function titleOf(status: number): string {
  return titles[status] ?? 'Error';
}
