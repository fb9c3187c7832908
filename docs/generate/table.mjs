const cell = (value) =>
  String(value ?? "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .replaceAll(/<(?=[a-z!/?])/gi, "&lt;")
    .trim();

/**
 * Writes a table in Markdown, padded as the formatter pads it. A heading that ends in `>` sets its column to the right;
 * columns without a single entry are left out.
 */
export function table(headings, rows) {
  const used = headings.map((_, c) => c).filter((c) => rows.some((row) => cell(row[c]) !== ""));
  const right = used.map((c) => headings[c].endsWith(">"));
  const lines = [headings.map((heading) => heading.replace(/>$/, "")), ...rows].map((row) =>
    used.map((c) => cell(row[c])),
  );
  const widths = used.map((_, c) => Math.max(3, ...lines.map((line) => [...line[c]].length)));
  const blanks = (text, c) => " ".repeat(widths[c] - [...text].length);
  const laid = lines.map((line) => line.map((text, c) => (right[c] ? blanks(text, c) + text : text + blanks(text, c))));
  const rule = widths.map((width, c) => (right[c] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  const [head, ...body] = laid;
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** Sets a name in the typeface of code. */
export const code = (name) => `\`${name}\``;
