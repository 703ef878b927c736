const HOST = /^(?<host>\[[\da-f:.]+\]|[^\s:/?#[\]]+)(?<port>:\d{1,5})?(?:[/?#]|$)/i;

/**
 * Whether a text without a scheme begins with a host all the same: one with a dot or a port, `localhost`, or an address in
 * brackets. Any other word may be a password or a token, which nobody is to be asked about.
 */
export function namesHost(text: string): boolean {
  // As browsers take full-width letters and the ideographic full stop.
  const plain = text.normalize('NFKC').replaceAll('。', '.');
  const { host, port } = HOST.exec(plain)?.groups ?? {};
  if (host === undefined) return false;
  return port !== undefined || /^(?:localhost$|\[)/i.test(host) || /[^.]\.[^.]/.test(host);
}
