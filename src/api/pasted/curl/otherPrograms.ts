/** They fetch addresses as curl does, with arguments of their own, or speak to OpenStack. */
const PROGRAM =
  '(?:wget2?|https?|httpie|xhs?|aria2c|irm|iwr|invoke-(?:restmethod|webrequest)|openstack|nova|glance)(?:\\.exe)?';
const AT_START = new RegExp(
  `(?:^|[$#%>;&|(={\\n]\\s?)\\s{0,40}(?:sudo\\s|time\\s)?(?:[^\\s'"]{0,200}[/\\\\])?${PROGRAM}\\s`,
  'i',
);
const AS_WORD = new RegExp(`^(?:.*[/\\\\])?${PROGRAM}$`, 'i');

/** Whether a text is a command of another program than curl. */
export function startsOtherProgram(text: string): boolean {
  return AT_START.test(text);
}

/** Whether the word is the name of one, with or without a path. */
export function isOtherProgram(word: string): boolean {
  return AS_WORD.test(word);
}

/** Windows PowerShell has a `curl` that is none: its parameters and tables show it. */
export function isForPowerShell(word: string): boolean {
  return (
    word.startsWith('@{') ||
    /^-(?:uri|headers|method|body|outfile|contenttype|websession|usebasicparsing|credential)(?::|$)/i.test(
      word,
    )
  );
}
