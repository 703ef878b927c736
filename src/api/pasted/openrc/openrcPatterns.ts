const NAME = 'OS_[A-Z0-9_]+';

/** An assignment for POSIX shells, for Windows’ `cmd`, with which it may ask a person, or for PowerShell. */
export const ASSIGNMENT = new RegExp(
  `(?<posix>(?:(?:export|declare|typeset|readonly|local)\\s+(?<options>(?:-\\w+\\s+)*))?)(?<name>${NAME})=` +
    `|(?<prompt>@?set\\s+/p\\s+"?)(?<asked>${NAME})=|(?<cmd>@?set\\s+"?)(?<set>${NAME})=` +
    `|\\$\\{?env:(?<env>${NAME})\\}?\\s*=\\s*`,
  'iy',
);
/** What tells for which shell a text is: the first of them. */
export const DIALECTS = {
  cmd: new RegExp(`(?:^|[\\s(&@])set\\s+(?:/p\\s+)?"?${NAME}=`, 'i'),
  powershell: new RegExp(`\\$\\{?env:${NAME}\\}?\\s*=`, 'i'),
  posix: new RegExp(`(?:^|[\\s;&|({])${NAME}=`),
} as const;
/** Options of `export`, `declare` and the like that leave a value as it is. */
export const PLAIN_OPTIONS = /^(?:-[xgrn]+\s+)*$/;
/** Gives an assignment another form, which is not read: `OS_X+=…`, `OS_X[0]=…`, and behind `export` `"OS_X=…"`. */
export const ODD_ASSIGNMENT = new RegExp(
  `^(?<quote>["'\\\\]*)(?<name>${NAME})["'\\\\]*(?:\\[[^\\]]*\\]|\\+)?=`,
);
/** Names that a command has, and no word with which the next one begins: line ends may be lost. */
const NAMES =
  '(?<names>(?:[ \\t]+(?!(?:export|declare|typeset|unset|read|if|for|while|case|fi|done|then|else|elif|esac|echo|source|readonly|local|exit|return|exec|eval|set|trap|logout|until|select|function|command|builtin)\\b)[A-Za-z_]\\w*(?![\\w=(]|[ \\t]+\\())+)';
/** A person is asked for what it names. */
export const READ = new RegExp(
  `read(?:\\s+-\\w{1,8}){0,8}(?:\\s+-\\w{0,8}p\\s*(?:"[^"]*"|'[^']*'|\\S+))?(?:\\s+-\\w{1,8}){0,8}${NAMES}`,
  'y',
);
/** Variables are taken away. */
export const UNSET = new RegExp(`unset(?:\\s+-v)?${NAMES}`, 'y');
/** Of all that another command lists. */
export const UNSET_ANY = /unset\s+(?:-v\s+)?["']?\$/y;
/** A command at the place of a comment’s first word, which therefore is none. */
export const COMMAND = new RegExp(`\\s*(?:export|declare|typeset|@?set|unset|read|\\$env:|${NAME}=)`, 'iy');
/** Whether a variable is empty, or else whether it is not, and nothing beside it. */
export const EMPTY = new RegExp(
  `(?:\\[\\[?|test)[ \\t]+(?:-(?<is>z)[ \\t]+"?|-n[ \\t]+")\\$\\{?(?<name>${NAME})(?::?-)?\\}?"?(?:[ \\t]+\\]\\]?)?(?=[ \\t]*(?:[;&|\\n]|$))`,
  'y',
);
/** A block begins. */
export const OPENING = /(?<word>if|case|for|select|while|until)(?=\s)/y;
/** Another part of `if` begins. */
export const BRANCH = /(?<word>then|else|elif)(?=[\s;]|$)/y;
/** A block ends. */
export const CLOSING = /(?<word>fi|esac|done|\})(?=[\s;&|)<>]|$)/y;
/** Commands in braces begin. */
export const BRACE = /\{(?=\s)/y;
/** What begins a block in prose as well, with what makes a command of it. */
export const OPENING_IN_COMMENT =
  /(?:(?:if|while|until)\s+(?:!\s+)?(?:\[|test\s|\(|read\s|true\s)|case\s+\S+\s+in\s|(?:for|while|until)\s[^;]{0,300}?[;\s]\s*do\s|if\s[^;]{0,300}?[;\s]\s*then\s|[\w-]+\s*\(\)\s*\{|[({]\s+(?:export|OS_|unset|read))/y;
/** A function is defined, which may be called later. */
export const FUNCTION = /(?:function\s+[\w.-]+\s*(?:\(\s*\))?|[\w.-]+\s*\(\s*\))\s*(?<body>[{(])/y;
/** A loop’s variable. */
export const LOOP_NAME = new RegExp(`(?:for|select)\\s+(?<name>${NAME})(?=\\s)`, 'y');
/** What a command stands behind. */
export const LEADING = /(?<word>!|do)(?=\s)/y;
/** Leaves the file, or puts another program in the place of the shell. */
export const LEAVING = /(?<word>return|exit|logout|throw|goto|exec(?=\s+[^\s<>&\d]))(?=[\s;&|)}:]|$)/iy;
/** The same in a comment whose end is not known. */
export const LEAVING_IN_COMMENT = /(?:return|exit)(?=\s+(?:\d|export\s|OS_|unset\s|#)|\s*$)/y;
/** Another file is read. */
export const OTHER_FILE = /(?:\.|source|call)[ \t]+[^\s;&|]+/iy;
/** The same in a comment whose end is not known: a path stands there. */
export const OTHER_FILE_IN_COMMENT = /(?:\.|source)[ \t]+[^\s;&|]*[./][^\s;&|]*/y;
/** What may set anything. */
export const EVALUATION =
  /(?:eval|endlocal|invoke-expression|iex|(?:command|builtin|time)\s+(?:-p\s+)?(?:export|declare|typeset|readonly|unset|read|eval|\.|source))(?=\s)/iy;
/** Gives a value to variables that are named, and not as an assignment does. */
export const NAMING =
  /(?:printf\s+-v|getopts|mapfile|readarray|let|(?:set|new|remove|clear)-(?:item|content|variable)|\[(?:system\.)?environment\]::setenvironmentvariable)(?=[\s(])/iy;
/** A variable, wherever it is named. */
export const NAMED = new RegExp(NAME);
/** The words that give and take values, as they stand without quotes. */
export const GIVING =
  /^(?:export|declare|typeset|readonly|local|unset|read|eval|source|\.|return|exit|exec)$/;
/** The words that assignments may follow. */
export const DECLARING = /^(?:export|declare|typeset|readonly|local)$/;
/** `${OS_X:=…}` gives a value where there is none. */
export const ASSIGNED_DEFAULT = new RegExp(`\\$\\{(${NAME}):?=`, 'g');
/** What stands between words. */
export const OPERATOR = /&&|\|\||;;&?|;&|\|&?|&>>?|<<<|<<-?|[<>]&|>>|>\||<>|[;&()<>]/y;
/** What follows such a word in one line is its text. */
export const SAYING = /(?:^|[\s;&|])(?:echo|printf|eval|alias|rem|::|env|print|say)[ \t]+$/i;
/** Of a text that begins in the next line. */
export const DELIMITER = /[ \t]*(?<word>["'\\]?[A-Za-z_][\w.-]*["']?)/y;
