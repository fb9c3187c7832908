/** Sets parts beside each other, `gap` between them, in lines of at most `most` characters; a longer part has its own. */
export function linesOf(parts: readonly string[], most: number, gap: string = " "): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + gap.length + part.length <= most)
      lines[lines.length - 1] = `${last}${gap}${part}`;
    else lines.push(part);
  }
  return lines;
}
