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

/** `${OS_PASSWORD}`, `$(cat file)`, `%(password)s`, `{{ password }}`, `<password>`, `%OS_PASSWORD%`. */
const BRACKETED =
  /^(?:[$%]\([^()]*\)s?|\$?\{+[^{}]*\}+|<[^<>]*>|\[[^[\]]*\]|%[a-z_]\w*%|![a-z_]\w*!|`[^`]*`)$/i;
/** `$OS_PASSWORD`, `$env:OS_PASSWORD`, but not `$ecret`. */
const VARIABLE = /^\$(?:env:\w+|[A-Z][A-Z0-9]*_[A-Z0-9_]+|PASSWORD|SECRET)$/;
const FILLED = /^(?:\*{3,}|•+|…|\.{3})$/;
/** `YOUR_PASSWORD`, `your-secret-here`, `change me`. */
const PASSWORD_NAME =
  /^(?:(?:put|insert|enter|paste)[\s._-]?)?(?:(?:your|my|the|os)[\s._-]?)+(?:(?:api|conoha|openstack|user|application|credential)[\s._-]?)*(?:password|passwd|secret)(?:[\s._-]?here)?$|^change[\s._-]?me$/i;

/**
 * Whether a password or secret of a file is a text that somebody was to replace. A password may have any character, so
 * only a text is one that stands for another as a whole.
 */
export function isPasswordStandIn(text: string): boolean {
  const isShort = text.length <= LONGEST_NAME;
  return isShort && [BRACKETED, VARIABLE, FILLED, PASSWORD_NAME].some((pattern) => pattern.test(text));
}
