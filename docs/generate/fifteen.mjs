import { sentences } from "./fifteen-sentences.mjs";
import { tables } from "./fifteen-tables.mjs";

/** Shows a picture that the study left, with the sentence that it says. */
function picture({ fifteen }, [name]) {
  const sentence = fifteen.pictures[name];
  if (!sentence) throw new Error(`no picture of the worked study is called “${name ?? ""}”`);
  return `![${sentence}](fifteen-to-eighty/${name}.svg)`;
}

const parts = { ...tables, ...sentences, picture };

/** Writes a table, a sentence or a picture of the worked study. */
export function fifteen(facts, [name, ...words]) {
  const write = parts[name];
  if (!write) throw new Error(`no part of the worked study is called “${name ?? ""}”`);
  return facts.fifteen ? write(facts, words) : "_Not recorded._";
}
