import type { Unknown } from "../lever.ts";
import { emphasis } from "./emphasis.ts";
import { type Part, part } from "./preset.ts";

/** Names what is drawn between ends. */
type Unsaid =
  | "share"
  | "release"
  | "coaches"
  | "help"
  | "days"
  | "gathering"
  | "gatherings"
  | "leadYear"
  | "size"
  | "places"
  | "cohorts";

const between = (low: number, high: number): Unknown => ({ between: [low, high] });

/**
 * Gives what a setting lies between where such a network or district surely had some of it and no document says how much.
 * As for {@link emphasis}, one rule stands for all presets and was fixed before any was run with it: from nothing, or from
 * as thin as it may be, to what the documents tell of others.
 */
export const unsaid: Readonly<Record<Unsaid, Unknown>> = {
  /** Shares: nothing, to what is told of another network. */
  share: between(0, emphasis.told),
  /** How far coaching recedes. */
  release: between(0, emphasis.mark),
  /** Teachers a coach, where coaches are spoken of: as in an intensive programme (U62), to a coach for a whole school (U10). */
  coaches: between(12, 40),
  /** Teachers a coach, where they are not: the lever's usual number, to five times as many. */
  help: between(20, 100),
  /** Days a year: none, to the two gatherings of the network of which most is told; of one gathering; of two. */
  days: between(0, 4),
  gathering: between(1, 4),
  gatherings: between(2, 6),
  /** Whether a new school has a year to prepare, and its teachers: a small school's, to those of an average one. */
  leadYear: between(0, 1),
  size: between(15, 35),
  /** Schools that may join in a year: a network has a handful in any one place. */
  places: between(1, 4),
  /** Share of a district's schools invited each year: all in twenty years, to all in four. */
  cohorts: between(0.05, 0.25),
};

/** What every network or district did in some amount for its teachers and principals, where no document says how much. */
export const support: readonly Part[] = [
  part(
    { coaching: { teachersPerCoach: unsaid.help, release: unsaid.release } },
    undefined,
    "Not said: drawn between a coach for 20 teachers and one for 100, since all help their teachers in some way, and between coaches who stay and coaches who step back as a school grows able.",
  ),
  part(
    { learning: { institutes: unsaid.days, visits: unsaid.share, repository: unsaid.share } },
    undefined,
    "Not said: drawn between nothing and what is told of other networks, four days a year, and .75 of visits and of shared curricula.",
  ),
  part(
    { leadership: { preparation: unsaid.share }, investment: { principals: unsaid.share } },
    undefined,
    "Not said: drawn between nothing and what is told of other networks (.75) for principals, before they start and in post.",
  ),
];

/** How a new school begins, where no document says it. */
export const beginning: Part = part(
  { entry: { leadYear: unsaid.leadYear, newSchoolSize: unsaid.size } },
  undefined,
  "Not said: drawn between no year of preparation and one, and between 15 and 35 teachers.",
);

/** How far schools that join take the practice up as a whole, where no document says it. */
export const decided: Part = part(
  { entry: { decided: unsaid.share } },
  undefined,
  "Not said: drawn between schools that leave the practice to each teacher and what is told of models of the whole school (.75).",
);

/** How many schools may join a network, where no document says it. */
export const places: Part = part(
  { entry: { places: unsaid.places } },
  undefined,
  "Not said: drawn between one school and four that may join in a year, as a network has a handful in any one place.",
);
