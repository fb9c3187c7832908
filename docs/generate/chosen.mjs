/**
 * Returns the parts of what was printed that begin with the words in quotes, and all of it where there are none. Words that
 * begin a paragraph stand for all of its lines, words that begin another line for that line. What is left out shows as `…`.
 *
 * @throws Error when no line begins so.
 */
export function chosen(printed, words, path) {
  const lines = printed.trimEnd().split("\n");
  const beginnings = [...words.matchAll(/"([^"]+)"/g)].map(([, text]) => text);
  if (beginnings.length === 0) return lines.join("\n");
  const kept = new Set();
  for (const beginning of beginnings) {
    const first = lines.findIndex((line) => line.trimStart().startsWith(beginning));
    if (first < 0) throw new Error(`${path}: no line printed begins with “${beginning}”:\n${printed}`);
    kept.add(first);
    const opens = first === 0 || lines[first - 1] === "";
    for (let next = first + 1; opens && next < lines.length && lines[next] !== ""; next += 1) kept.add(next);
  }
  return lines
    .flatMap((line, at) => {
      if (kept.has(at) || (line === "" && kept.has(at - 1) && kept.has(at + 1))) return [line];
      return at === 0 || kept.has(at - 1) ? ["…"] : [];
    })
    .join("\n");
}
