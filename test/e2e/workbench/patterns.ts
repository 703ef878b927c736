/** Matches a text that contains this one. */
export function containing(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** Matches this text and no other. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${containing(text).source}$`);
}

/** Matches the label of an icon button: its title, then perhaps the key that does the same, in brackets. */
export function labelled(title: string): RegExp {
  return new RegExp(`^${containing(title).source}( \\([^()]*\\))?$`);
}
