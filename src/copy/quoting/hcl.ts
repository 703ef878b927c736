import { unicodeEscape, withEscapes } from './escapes';

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as a string of HCL, Terraform's and Packer's, without interpolation. It can hold no half of a surrogate pair: that
 * becomes U+FFFD.
 */
export function quoteHcl(text: string): string {
  const escaped = withEscapes(
    text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/["\\]/g, '\\$&'),
    SHORT,
  ).replace(/([$%]?)([$%])\{/g, literalMark);
  return `"${escaped}"`;
}

/** `${` is written `$${`; behind another `$` readers differ on that, so that the last one is written by its code. */
function literalMark(_: string, before: string, mark: string): string {
  return `${before}${before === mark ? unicodeEscape(mark) : mark + mark}{`;
}
