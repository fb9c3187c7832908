import { valuesOf } from "../../../packages/cli/bench/figure.mjs";
import type { PlanTimes } from "./time-plan.ts";

interface Figure {
  readonly now: number | null;
  readonly older: Readonly<Record<string, number>>;
  readonly judged?: string;
}

/** Names the home page where a link opens it, which is checked before it is used. */
export const byLink = "index, opened by a link";

/** Holds what was measured of one build. */
export interface Measured {
  /** Times of each round, by district. */
  readonly times: Readonly<Record<string, readonly PlanTimes[]>>;
  /** Bytes of each page before its workers, gzipped, by its name. */
  readonly weights: Readonly<Record<string, number>>;
  /** Words of the first answer in the HTML of the home page. */
  readonly firstWords: number;
}

/** Says what the figure of a district is, how it is read from the times of a round, and what it must be. */
interface TimeFigure {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly read: (times: PlanTimes) => number;
  /** Whether more is better (default false). */
  readonly most?: boolean;
  /** Targets by district. */
  readonly targets?: Readonly<Record<string, { readonly judged: "itself" | "older"; readonly must: number }>>;
}

const half = { judged: "older", must: 0.5 } as const;

const timeFigures: readonly TimeFigure[] = [
  { name: "opened", title: "cold: link to first curve of its runs", unit: "ms", read: ({ opened }) => opened },
  {
    name: "openedAll",
    title: "cold: link to 100 runs, and 100 as today",
    unit: "ms",
    read: ({ openedAll }) => openedAll,
  },
  {
    name: "openedCpu",
    title: "cold: processor time until then",
    unit: "s of the processor",
    read: ({ openedCpu }) => openedCpu,
  },
  {
    name: "firstPainted",
    title: "slider to painted curve, first move",
    unit: "ms",
    read: ({ firstMove }) => firstMove.first,
  },
  {
    name: "painted",
    title: "slider to painted curve, median of later moves",
    unit: "ms",
    read: ({ painted }) => painted,
    targets: { D11: { judged: "itself", must: 60 }, "large-urban": { judged: "itself", must: 60 } },
  },
  { name: "firstAll", title: "slider to all 100 runs, first move", unit: "ms", read: ({ firstMove }) => firstMove.all },
  {
    name: "all",
    title: "slider to all 100 runs, median of later moves",
    unit: "ms",
    read: ({ all }) => all,
    targets: { "large-urban": { judged: "itself", must: 1500 } },
  },
  {
    name: "moveCpu",
    title: "processor time for all 100 runs, mean of later moves",
    unit: "s of the processor",
    read: ({ moveCpu }) => moveCpu,
    targets: { D11: half },
  },
  {
    name: "firstDragCpu",
    title: "first drag of three seconds",
    unit: "s of the processor",
    read: ({ firstDragCpu }) => firstDragCpu,
  },
  {
    name: "dragCpu",
    title: "second drag of three seconds",
    unit: "s of the processor",
    read: ({ dragCpu }) => dragCpu,
    targets: { D11: half, "large-urban": half },
  },
  {
    name: "redraws",
    title: "curves painted during it",
    unit: "a second",
    read: ({ redraws }) => redraws,
    most: true,
  },
];

/** Makes figures, as `pnpm bench` tells them, of what was measured of each build, by its name. */
export function pageFigures(
  measured: Readonly<Record<string, Measured>>,
  districts: readonly string[],
): Record<string, object[]> {
  const taken = Object.fromEntries(Object.entries(measured).map(([name, one]) => [name, { seconds: one }]));
  const values = (read: (one: Measured) => number | undefined, why?: string): object => valuesOf(taken, read, why);
  const ofDistrict = (district: string): object[] =>
    timeFigures.map(({ name, title, unit, read, most = false, targets }) => ({
      name: `${district} ${name}`,
      title: `${district}, ${title}`,
      unit,
      ...targets?.[district],
      ...values((one) => bestOf((one.times[district] ?? []).map(read), most)),
    }));
  const pages = [...new Set(Object.values(measured).flatMap(({ weights }) => Object.keys(weights)))];
  return {
    ...Object.fromEntries(districts.map((district) => [district, ofDistrict(district)])),
    weights: pages.map((page) => ({
      name: `weight ${page}`,
      title: `page “${page}” before its workers, gzipped`,
      unit: "kB",
      ...(page === byLink ? {} : { judged: "itself", must: 300 }),
      ...values(({ weights }) => weights[page] && weights[page] / 1000, "it has no such page"),
    })),
    html: [
      {
        name: "firstWords",
        title: "words of the answer that the HTML of the home page holds",
        unit: "words",
        judged: "itself",
        bound: "least",
        must: 1,
        ...values(({ firstWords }) => firstWords),
      },
    ],
  };
}

/** Adds the ratio to older commits to figures that are not judged by it, for the terminal. */
export function withRatios(rows: ReturnType<typeof pageFigures>): Record<string, object[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([row, figures]) => [
      row,
      (figures as Figure[]).map((figure) => {
        const { now, older, judged } = figure;
        if (judged === "older" || now === null) return figure;
        const ratios = Object.entries(older)
          .filter(([, before]) => before > 0)
          .map(([name, before]) => `${(now / before).toFixed(2)} of ${name}`);
        return { ...figure, note: ratios.join(", ") };
      }),
    ]),
  );
}

/** Returns the best of the rounds: other work on the machine only makes them worse. */
function bestOf(values: readonly number[], most: boolean): number | undefined {
  if (values.length === 0) return undefined;
  return most ? Math.max(...values) : Math.min(...values);
}
