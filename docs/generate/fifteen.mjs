import { doubts } from "./fifteen/doubts.mjs";
import { measuring } from "./fifteen/measuring.mjs";
import { outcomes } from "./fifteen/outcomes.mjs";
import { paragraph } from "./fifteen/paragraph.mjs";
import { people } from "./fifteen/people.mjs";
import { searches } from "./fifteen/searches.mjs";

/** Shows a picture that the study left, with the sentence that it says. */
function picture({ fifteen }, [name]) {
  const sentence = fifteen.pictures[name];
  if (!sentence) throw new Error(`no picture of the worked study is called “${name ?? ""}”`);
  return `![${sentence}](fifteen-to-eighty/${name}.svg)`;
}

const parts = { paragraph, ...outcomes, ...people, ...searches, ...doubts, ...measuring, picture };

/** Writes a table, a sentence or a picture of the worked study. */
export function fifteen(facts, [name, ...words]) {
  const write = parts[name];
  if (!write) throw new Error(`no part of the worked study is called “${name ?? ""}”`);
  return facts.fifteen ? write(facts, words) : "_Not recorded._";
}
