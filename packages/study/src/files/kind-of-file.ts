/** Names what a text can be read as. */
export type FileKind = "roster" | "series" | "worlds" | "scenario" | "json";

const endings: ReadonlyMap<string, FileKind> = new Map([
  ["yaml", "scenario"],
  ["yml", "scenario"],
  ["json", "json"],
]);

/** Tells what a text is by its name and its first line: a table of schools where nothing else is likely. */
export function kindOfFile(name: string, text: string): FileKind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const known = endings.get(ending);
  if (known) return known;
  const line =
    text
      .slice(0, 100_000)
      .trimStart()
      .split(/\r\n|\r|\n/, 1)[0] ?? "";
  if (/^[[{]/.test(line)) return "json";
  const fields = line.split(",").map((field) => field.trim().replaceAll('"', ""));
  if (fields.includes("version") && fields.includes("world")) return "worlds";
  if (fields.includes("month") && (fields.includes("respondents") || fields.includes("adopters"))) return "series";
  return ending === "" && (line.startsWith("# ") || /^\w+:(\s|$)/.test(line)) ? "scenario" : "roster";
}
