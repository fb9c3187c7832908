const width = (text: string): number => [...text].length;

/** Lays rows out in columns two blanks apart: the first to the left, the others to the right unless `left` names them. */
export function table(rows: readonly (readonly string[])[], left: readonly number[] = [0]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, c) => (widths[c] = Math.max(widths[c] ?? 0, width(cell))));
  const lines = rows.map((row) =>
    row
      .map((cell, c) => {
        const gap = " ".repeat((widths[c] as number) - width(cell));
        return left.includes(c) ? cell + gap : gap + cell;
      })
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
