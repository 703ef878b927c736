/** Sentences one after the other, empty ones left out. A Japanese end of a sentence has its own space. */
export function paragraph(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, sentence) => text + (/(^|[\u3002\u300d])$/.test(text) ? '' : ' ') + sentence, '');
}
