/**
 * Returns the lines of what was printed that begin with the words in quotes, and all of it where there are none. Words that
 * end in `…` stand for the lines after as well, up to one that is empty. What is left out shows as `…`.
 *
 * @throws Error when no line begins so.
 */
export function chosen(printed, words, path) {
  const lines = printed.trimEnd().split("\n");
  const wanted = [...words.matchAll(/"([^"]+?)(…?)"/g)];
  if (wanted.length === 0) return lines.join("\n");
  const kept = new Set();
  for (const [, beginning, on] of wanted) {
    const exact = lines.findIndex((line) => line.startsWith(beginning));
    const first = exact >= 0 ? exact : lines.findIndex((line) => line.trimStart().startsWith(beginning));
    if (first < 0) throw new Error(`${path}: no line printed begins with “${beginning}”:\n${printed}`);
    kept.add(first);
    for (let next = first + 1; on !== "" && next < lines.length && lines[next] !== ""; next += 1) kept.add(next);
  }
  return lines
    .flatMap((line, at) => {
      if (kept.has(at) || (line === "" && kept.has(at - 1) && kept.has(at + 1))) return [line];
      return at === 0 || kept.has(at - 1) ? ["…"] : [];
    })
    .join("\n");
}
