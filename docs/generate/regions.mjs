import { blocks } from "./blocks.mjs";
import { followed } from "./follow.mjs";

const REGION = /^<!-- generated: (\S+)(.*?) -->\n[\s\S]*?^<!-- end generated -->$/gm;

/** Lists the generated regions of a document: kind, its words, and the text in between. */
export function regionsOf(text) {
  return [...text.matchAll(REGION)].map(([all, kind, words]) => ({
    all,
    kind,
    words: words.split(" ").filter(Boolean),
  }));
}

/**
 * Returns a document with its generated regions filled anew; those of kind `output` by following the page.
 *
 * @throws Error when a region is not closed, or names a kind, a parameter or a pattern that is not there; when the page
 *   cannot be followed.
 */
export async function filled(text, facts, path) {
  const regions = regionsOf(text);
  const marks = text.match(/^<!-- (generated:.*|end generated) -->$/gm) ?? [];
  if (marks.length !== 2 * regions.length) throw new Error(`${path}: a generated region is not closed`);
  const outputs = await followed(text, path);
  return text.replace(REGION, (_, kind, words) => {
    const block = kind === "output" ? () => outputs.shift() : blocks[kind];
    if (!block) throw new Error(`${path}: no kind of region is called “${kind}”`);
    const body = block(facts, words.split(" ").filter(Boolean), regions);
    return `<!-- generated: ${kind}${words} -->\n\n${body}\n\n<!-- end generated -->`;
  });
}
