/** Server text for a label that would render `$(icon)`: it stands there as it is. */
export function plainLabel(text: string): string {
  return text.replace(/\$\(/g, '\\$(').replace(/\s+/g, ' ');
}
