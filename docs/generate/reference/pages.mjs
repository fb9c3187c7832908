import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Writes what {@link readSources} read as Markdown: the text of each page by its name, as in `study/target.md`. */
export async function referencePages({ app, project }) {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  try {
    app.options.setValue("out", folder);
    await app.generateOutputs(project);
    return new Map(
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".md"))
        .sort()
        .map((name) => [name.replaceAll("\\", "/"), `${readFileSync(join(folder, name), "utf8").trimEnd()}\n`]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
