/**
 * Whether a text as a whole stands for another, as templates, documents and shells write it: `%(tenant_id)s`,
 * `$(tenant_id)s`, `{tenant_id}`, `<tenant>`, `[tenant]`, `$TENANT`, `${TENANT}`, `%TENANT%`, `!TENANT!`.
 */
export function isPlaceholder(text: string): boolean {
  return /^(?:[%$]\([^()]*\)s?|\$?\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\]|\$(?:env:)?\w+|%[a-z_]\w*%|![a-z_]\w*!)$/i.test(
    text,
  );
}

/** Whether a placeholder is for something else than a tenant or project: `%(user_id)s`, `{project_domain_id}`. */
export function isForAnother(placeholder: string): boolean {
  if (/domain/i.test(placeholder)) return true;
  const isOther = /user|region|image|server|passw|token|secret|host/i.test(placeholder);
  return isOther && !/tenant|project/i.test(placeholder);
}
