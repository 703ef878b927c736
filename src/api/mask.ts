/**
 * The text with every secret replaced, in the forms in which a server may repeat one: as it is, as part of an
 * address or of JSON, in capitals. Short ones are masked too: better an odd message than a leak.
 */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, percentEncoded(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((masked, form) => masked.replace(new RegExp(literally(form), 'gi'), '•••'), text);
}

function percentEncoded(text: string): string {
  // Half a pair of surrogates cannot be encoded; no server could repeat it either.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
