const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The tokens of a JSON text as they stand there: strings with their quotes, numbers and words, and what stands between. */
export function jsonTokens(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}
