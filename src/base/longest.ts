/** The most characters that a text is taken with, by what it is: longer ones are something else, pasted by mistake. */
export const LONGEST = {
  /** Servers read request lines of some 8,000 bytes, to which an image’s id or a whole filter is still added. */
  address: 2048,
  /** Ids have 32 to 36 characters, names 64 in Keystone; other directories allow 255. */
  tenant: 255,
  /** Of a user, a domain or an application credential: 255 in Keystone. */
  user: 255,
  /** Apache and nginx read header lines of 8 KiB. Keystone’s tokens have some 200 characters. */
  token: 8192,
  /** Keystone’s own bound. */
  password: 4096,
  /** A token, an address, and what a browser puts beside them. The editor’s lists fail on some 20,000 characters. */
  command: 16_384,
  /** An answer of an identity service: a token with the service catalogue of a large cloud. */
  answer: 262_144,
  /** What an account is called. */
  label: 255,
  /** An image’s name: image services store no more. */
  imageName: 255,
  /** A value of an image’s property: few are longer than a word. */
  property: 255,
  /** A regular expression: more than anybody writes, and few enough to be compiled at once. */
  pattern: 1000,
  /** Dates, times and sizes: two of them have less than 60. */
  range: 100,
} as const;

/** The most bytes of a file that a person writes, such as a clouds file, a certificate or a key: they have a few thousand. */
export const LARGEST_FILE = 1024 * 1024;

/** Counts characters as servers do: one outside the Basic Multilingual Plane is one. */
export function isTooLong(text: string, most: number): boolean {
  return text.length > most && (text.length > 2 * most || Array.from(text).length > most);
}
