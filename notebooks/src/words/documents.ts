import { apostrophes } from "./apostrophes.js";
import { capital } from "./capital.js";

/** Says what each founding document is, by the name of its file. */
const documents: Readonly<Record<string, string>> = {
  "000_0fe0482461563678.txt": "research brief on three networks",
  "001_bc2cf986178209c4.txt": "announcement of a study of three networks",
  "002_a98bc5a78f9d629c.txt": "page on the case of Big Picture Learning",
  "003_5dce9c8356c843da.txt": "post on six lessons of ten partnerships",
  "004_9b36c225018af036.txt": "page on schools, districts and ten networks",
};

/** Writes a source as the pages have it: founding documents are told by what they are, not by the names of their files. */
export function sourceInWords(source: string): string {
  return apostrophes(source).replaceAll(/(?:Seed )?(\d{3}_[0-9a-f]{16}\.txt)/g, (text, file: string, at: number) => {
    const name = documents[file] ?? text;
    return at === 0 ? capital(name) : name;
  });
}
