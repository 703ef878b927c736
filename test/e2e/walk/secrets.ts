import { pageStorage } from '../pageStorage';
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

/** What the page keeps, looked at once in a while. */
export async function tokenKept({ workbench, places }: Walk): Promise<string | undefined> {
  const kept = await pageStorage(workbench.page);
  const secrets = places.all.flatMap(({ issued }) => issued);
  return secrets.some((secret) => kept.includes(secret)) ? 'A token is kept unencrypted.' : undefined;
}

/** Tokens belong to their own tenant's addresses, and nothing belongs to the decoy. */
function sentAstray({ places }: Walk): string | undefined {
  const astray = places.decoy.nextReached();
  if (astray !== undefined) return `Another host was asked: ${astray}.`;
  for (const place of places.all) {
    const others = places.all.filter((other) => other !== place).flatMap(({ issued }) => issued);
    const wrong = place.requests.find(({ headers }) => others.includes(String(headers['x-auth-token'])));
    if (wrong !== undefined) return `Another account’s token was sent: ${wrong.method} ${wrong.url}.`;
  }
  return undefined;
}
