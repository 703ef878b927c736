/**
 * What was written where a token belongs: an `expression` that only a shell can tell, the name of a `file`, or a
 * `placeholder` that a person was to replace.
 */
export type StandIn = 'expression' | 'file' | 'placeholder';

/** No token has the characters of these. */
const EXPRESSION = /[`$]|%\w+%|![a-z_]\w*!/i;
const PLACEHOLDER = /[<>{}()[\]*•…]|\.{3}/;
/** `xxxx-xxxx`. */
const FILLING = /^[x._-]{3,}$/i;
/** `YOUR_TOKEN`, `auth-token`, `paste the token here`. */
const NAME =
  /^(?:(?:your|my|the|os|x|auth|access|api|conoha|put|insert|enter|paste|valid|id|value|here|token)[\s._-]?)+$/i;
const LONGEST_NAME = 60;

/** What a text stands for that is no token itself; `undefined` for one that may be. */
export function standInOf(text: string): StandIn | undefined {
  if (text.startsWith('@') && !text.startsWith('@{')) return 'file';
  if (EXPRESSION.test(text)) return 'expression';
  return PLACEHOLDER.test(text) || FILLING.test(text) || isName(text) ? 'placeholder' : undefined;
}

function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && /token/i.test(text) && NAME.test(text);
}
