import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedRequest, Server } from '../../server/index';
import { pageStorage } from '../pageStorage';
import type { Place, Places } from './places';
import type { Walk } from './walk';

/** Where a secret stands in the window that is neither a password box nor the storage that encrypts it. */
const IN_WINDOW = `(secrets) => {
  const texts = [document.body.innerText, document.title, location.href];
  for (const element of document.querySelectorAll('[title],[aria-label],[placeholder],input,textarea')) {
    for (const name of ['title', 'aria-label', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    if (element.type !== 'password' && typeof element.value === 'string') texts.push(element.value);
  }
  const all = texts.join('\\n').replaceAll('\\u00a0', ' ');
  return secrets.some((secret) => all.includes(secret));
}`;

/** @returns where a token is that must not be there */
export async function tokenAstray(walk: Walk): Promise<string | undefined> {
  const secrets = walk.places.all.flatMap(({ issued }) => issued);
  const { workbench } = walk;
  const shown = await workbench.page.evaluate<boolean>(`(${IN_WINDOW})(${JSON.stringify(secrets)})`);
  if (shown) return 'A token stands in the window.';
  const copied = await workbench.clipboard.read();
  if (secrets.some((secret) => copied.includes(secret))) return 'A token is in the clipboard.';
  return sentAstray(walk);
}

/** What the page and the server keep, looked at once in a while. */
export async function tokenLeft({ editor, workbench, places }: Walk): Promise<string | undefined> {
  const secrets = places.all.flatMap(({ issued }) => issued);
  const isIn = (text: string | Buffer): boolean => secrets.some((secret) => text.includes(secret));
  // The secret storage is among this, encrypted.
  if (isIn(await pageStorage(workbench.page))) return 'A token is kept unencrypted.';
  const file = filesUnder(editor.folders.data).find((path) => isIn(readFileSync(path)));
  return file && `A token is in a file: ${file}.`;
}

/** Lists, states, settings and logs. In the browser the editor keeps no secrets on the server, so that none is left out. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Tokens belong to their own tenant's addresses, and nothing belongs to the decoy. */
function sentAstray({ places }: Walk): string | undefined {
  const decoyed = places.decoy.nextReached();
  if (decoyed !== undefined) return `Another host was asked: ${decoyed}.`;
  for (const server of places.servers) {
    const astray = server.requests.find((request) => isAstray(places, server, request));
    if (astray !== undefined)
      return `A token was sent where it does not belong: ${astray.method} ${astray.url}.`;
  }
  return undefined;
}

/** Whatever the request asks for, and of whom: also of a tenant that there is not. */
function isAstray({ all }: Places, server: Server, request: LoggedRequest): boolean {
  const { url, headers, body, tenant } = request;
  const sent = `${JSON.stringify(headers)}${body}`;
  const isOf = (place: Place): boolean => place.server === server && place.tenant === tenant;
  return all.some((place) =>
    place.issued.some((token) => url.includes(token) || (sent.includes(token) && !isOf(place))),
  );
}
