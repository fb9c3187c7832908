import type { School } from "../src/district/district.ts";
import { exp, pow } from "../src/numerics/math.ts";
import { DRAWS } from "../src/numerics/random.ts";
import { bellOf, type Person, type Source } from "./people.ts";

/** Holds a school with its people, and whether a lever founds it. */
export interface Site {
  readonly school: School;
  readonly founded: boolean;
  readonly people: readonly Person[];
}

/** Holds a teacher whose ties are placed: how many there are to be, and who is asked so far. */
interface Asker {
  readonly person: Person;
  readonly degree: number;
  readonly sought: number;
  readonly asks: Person[];
}

/** Holds what the ties of a school are placed by. */
interface Placing {
  readonly askers: readonly Asker[];
  readonly outside: readonly Person[];
  readonly cross: number;
  readonly closure: number;
  readonly odds: number;
  /** Draws number `k`, 0 … 15, of a teacher's tie number `n`. */
  readonly bits: (asker: Asker, n: number, k: number) => number;
}

/** Places the ties of advice of a school's teachers, in rounds of one a teacher. `outside` are those of other schools. */
export function placeTies(source: Source, site: Site, outside: readonly Person[]): ReadonlyMap<Person, Person[]> {
  const { bits, p } = source;
  const { id, teachers } = site.school;
  const most = teachers > 1 ? Math.min(12, teachers - 1) : Math.min(1, outside.length);
  const askers = site.people.map((person): Asker => {
    const popularity = bellOf(bits("network.popularity", id, person.slot));
    return {
      person,
      degree: degreeAt(p, bits("network.degree", id, person.slot), most),
      sought: Math.max(1, Math.round(1024 * exp(p("network.popularitySpread") * popularity))),
      asks: [],
    };
  });
  const cross = p("network.crossSchool") * DRAWS;
  const school: Placing = {
    askers,
    outside,
    cross,
    closure: cross + p("network.closure") * (DRAWS - cross),
    odds: p("network.sameTeamOdds"),
    bits: ({ person }, n, k) => bits("network.tie", id, 16 * (16 * person.slot + n) + k),
  };
  for (let round = 0; askers.some(unplaced); round++) {
    for (const asker of askers) {
      if (unplaced(asker) && asker.asks.length <= round) placeTie(school, asker, p("network.reciprocity") * DRAWS);
    }
  }
  return new Map(askers.map(({ person, asks }) => [person, asks]));
}

const unplaced = ({ asks, degree }: Asker): boolean => asks.length < degree;

/** Returns how many colleagues are asked: a negative binomial, cut at `most`. */
function degreeAt(p: Source["p"], bits: number, most: number): number {
  const shape = p("network.outDegreeShape");
  const mean = p("network.outDegree");
  let chance = pow(shape / (shape + mean), shape);
  let below = chance;
  for (let k = 0; ; k++) {
    if (k === most || bits < below * DRAWS) return k;
    chance *= ((k + shape) / (k + 1)) * (mean / (shape + mean));
    below += chance;
  }
}

/** Places a teacher's next tie, and that of the one newly asked where it is returned. */
function placeTie(school: Placing, asker: Asker, returned: number): void {
  const { askers, outside, cross, closure, bits } = school;
  const n = asker.asks.length;
  const kind = bits(asker, n, 0);
  const leaves = outside.length > 0 && (kind < cross || askers.length === 1) ? findOutside(school, asker) : undefined;
  if (leaves !== undefined) {
    asker.asks.push(leaves);
    return;
  }
  const closes = n > 0 && kind >= cross && kind < closure ? closeTriangle(school, asker) : undefined;
  const other = closes ?? findColleague(school, asker);
  asker.asks.push(other.person);
  if (bits(asker, n, 15) >= returned || !unplaced(other)) return;
  const toLeave = outside.length > 0 && bits(other, other.asks.length, 0) < cross;
  if (!toLeave && !asks(other, asker.person)) other.asks.push(asker.person);
}

const asks = ({ person, asks: asked }: Asker, other: Person): boolean => other === person || asked.includes(other);

function findOutside({ outside, bits }: Placing, asker: Asker): Person | undefined {
  const n = asker.asks.length;
  for (let k = 1; k <= 14; k++) {
    const other = outside[Math.floor((bits(asker, n, k) / DRAWS) * outside.length)]!;
    if (!asks(asker, other)) return other;
  }
  return undefined;
}

function closeTriangle({ askers, bits }: Placing, asker: Asker): Asker | undefined {
  const n = asker.asks.length;
  const inSchool = (person: Person): Asker | undefined => askers.find((one) => one.person === person);
  for (let k = 1; k <= 4; k++) {
    const draw = bits(asker, n, k);
    const middle = inSchool(asker.asks[Math.floor((Math.floor(draw / 65536) * n) / 65536)]!);
    if (middle === undefined || middle.asks.length === 0) continue;
    const further = inSchool(middle.asks[Math.floor(((draw % 65536) * middle.asks.length) / 65536)]!);
    if (further !== undefined && !asks(asker, further.person)) return further;
  }
  return undefined;
}

function findColleague({ askers, odds, bits }: Placing, asker: Asker): Asker {
  const n = asker.asks.length;
  const sum = (some: readonly Asker[]): number => some.reduce((total, { sought }) => total + sought, 0);
  const first = askers.findIndex(({ person }) => person.team === asker.person.team);
  const before = sum(askers.slice(0, first));
  const within = sum(askers.filter(({ person }) => person.team === asker.person.team));
  let place = 0;
  for (let k = 5; k <= 14; k++) {
    const part = (bits(asker, n, k) / DRAWS) * (sum(askers) + (odds - 1) * within);
    const rest = part - odds * within;
    const x = rest < 0 ? before + part / odds : rest < before ? rest : rest + within;
    place = askers.findIndex((_, i) => x < sum(askers.slice(0, i + 1)));
    if (place < 0) place = askers.length - 1;
    if (!asks(asker, askers[place]!.person)) return askers[place]!;
  }
  do place = (place + 1) % askers.length;
  while (asks(asker, askers[place]!.person));
  return askers[place]!;
}
