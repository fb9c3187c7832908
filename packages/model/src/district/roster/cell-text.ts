/**
 * Reads a field as its text: without blanks around it, without the apostrophe by which spreadsheets keep an id from
 * becoming a number, and `="0012"` as `0012`.
 */
export function cellText(field: string): string {
  const text = field.trim();
  if (text.startsWith("'") && /^'[\d]/.test(text)) return text.slice(1).trim();
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1).trim() : text;
}
