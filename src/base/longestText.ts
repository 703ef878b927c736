// The most characters that a text is taken with, by what it is: longer ones are something else, pasted by mistake.
// Constants of their own, which bundling puts where they are used: import them together as LONGEST.

/** Servers read request lines of some 8,000 bytes, to which an image’s id or a whole filter is still added. */
export const address = 2048;
/** Ids have 32 to 36 characters, names 64 in Keystone; other directories allow 255. */
export const tenant = 255;
/** Of a user, a domain or an application credential: 255 in Keystone. */
export const user = 255;
/** Apache and nginx read header lines of 8 KiB. Keystone’s tokens have some 200 characters. */
export const token = 8192;
/** Keystone’s own bound. */
export const password = 4096;
/** A token, an address, and what a browser puts beside them. The editor’s lists fail on some 20,000 characters. */
export const command = 16_384;
/** An answer of an identity service: a token with the service catalogue of a large cloud. */
export const answer = 262_144;
/** What an account is called. */
export const label = 255;
/** An image’s name: image services store no more. */
export const imageName = 255;
/** A value of an image’s property: few are longer than a word. */
export const property = 255;
/** A regular expression: more than anybody writes, and few enough to be compiled at once. */
export const pattern = 1000;
/** Dates, times and sizes: two of them have less than 60. */
export const range = 100;
