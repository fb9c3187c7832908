import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { type Part, part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { beginning, support } from "../unsaid.ts";

const { map } = documents;
const { shared, touched } = emphasis;

/** What the page says of all ten networks together, and what it says of none. */
export const common: readonly Part[] = [
  part(
    { vision: { clarity: shared } },
    map,
    "What the ten networks have in common is that they want more for young people than schools usually aim at.",
  ),
  part(
    { design: { time: touched, teams: touched } },
    map,
    "Every network follows principles of its own on how a school should be organised.",
  ),
  ...support,
];

/** Founds schools; of how they begin the page says nothing. */
export const founds = (newSchools: number, passage: string): readonly Part[] => [
  part({ entry: { newSchools } }, map, passage),
  beginning,
];

/** Puts a network together from what all of them have and what its overview says. */
export const network = (name: string, title: string, doc: string, parts: readonly Part[]): Strategy =>
  preset({ name, title, doc, kind: "network" }, [...common, ...parts]);
