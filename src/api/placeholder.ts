/**
 * Whether a text as a whole stands for another, as templates, documents and shells write it: `%(tenant_id)s`,
 * `$(tenant_id)s`, `{tenant_id}`, `<tenant>`, `[tenant]`, `$TENANT`, `${TENANT}`, `%TENANT%`, `!TENANT!`.
 */
export function isPlaceholder(text: string): boolean {
  return /^(?:[%$]\([^()]*\)s?|\$?\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\]|\$(?:env:)?\w+|%[a-z_]\w*%|![a-z_]\w*!)$/i.test(
    text,
  );
}
