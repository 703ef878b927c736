const CURL = /(?:^|[\s;&|({$'"`/\\])curl(?:\.exe)?["']?(?=\s)/i;

/** Whether `curl` is started somewhere in a text. */
export function startsCurl(text: string): boolean {
  return CURL.test(text);
}
