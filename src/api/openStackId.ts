/** As OpenStack makes ids of projects, domains and users of its own. */
const HEX = '[0-9a-f]{32}';
const OWN = new RegExp(`^${HEX}$`);
/** 64 digits for users of a directory; some clouds have UUIDs. */
const ANY = new RegExp(`^(?:${HEX}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`, 'i');

/** Whether a text is an id as OpenStack makes them itself: 32 hexadecimal digits, in lower case. */
export function isOwnId(text: string): boolean {
  return OWN.test(text);
}

/** Whether a text is an id in any of the forms of Keystone, in upper or lower case. */
export function isOpenStackId(text: string): boolean {
  return ANY.test(text);
}
