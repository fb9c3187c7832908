import type {
  BottleneckData,
  BoxScatterData,
  ComparedPlansData,
  DistrictMapData,
  EffectBarsData,
  FrontierData,
  FunnelData,
  Interval,
  KaplanMeierData,
  LevelRowsData,
  PairedBarsData,
  PairedDifferenceData,
  PredictiveBandData,
  PriorPosteriorData,
  Provenance,
  RankFlipsData,
  ResponseCurveData,
  SchoolMultiplesData,
  ShapleyWaterfallData,
  SobolBarsData,
  StageAreaData,
  SuccessByShockData,
  TierGapErrorData,
  TornadoData,
  TwoLeverMapData,
} from "../src/index.ts";

/** Numbers made up to show the charts; no run made them. */
const from: Provenance = { replicates: 200, parameters: "sampled", seed: "gallery", version: "0.1.0" };

const within = (value: number, half: number): Interval => ({ value, low: value - half, high: value + half });

const months = Array.from({ length: 61 }, (_, month) => month);
const summer = (month: number): number => (month % 12 >= 10 ? 0.015 : 0);
const rise = (month: number, from: number, to: number): number =>
  from + ((to - from) * month ** 2) / (month ** 2 + 400);

export const stages: StageAreaData = {
  ...from,
  months,
  stages: [
    { name: "unaware", share: months.map((m) => 0.45 - rise(m, 0, 0.33)) },
    { name: "aware", share: months.map((m) => 0.3 - rise(m, 0, 0.15)) },
    { name: "trying", share: months.map((m) => 0.1 + rise(m, 0, 0.1) + summer(m)) },
    { name: "using", share: months.map((m) => 0.15 + rise(m, 0, 0.23) - summer(m)) },
    { name: "owning", share: months.map((m) => rise(m, 0, 0.15)) },
  ],
};

/** Four schools, one of them not yet open; teams of five. */
const seats = [22, 31, 18, 12];
export const town: DistrictMapData = {
  ...{ district: "Four schools", month: 34, replicate: 7, seed: from.seed, version: from.version },
  schools: ["Alder", "Birch", "Cedar", "Dogwood"].map((name, s) => ({
    ...{ name, lowIncomeShare: [0.62, 0.2, 0.45, 0.31][s]!, teachers: seats[s]!, open: s < 3, member: s === 0 },
    first: seats.slice(0, s).reduce((sum, size) => sum + size, 0),
  })),
  team: seats.flatMap((size) => Array.from({ length: size }, (_, i) => Math.floor(i / 5))),
  stages: seats.flatMap((size) => Array.from({ length: size }, (_, i) => Math.floor((i * 11 + size) / 4) % 6)),
  depths: seats.flatMap((size) => Array.from({ length: size }, (_, i) => (i * 37) % 256)),
};

const bandsAbout = (end: number, half: number): ComparedPlansData["plans"][number]["bands"] => {
  const at = (off: number): number[] => months.map((m) => rise(m, 0.15, end) - summer(m) + rise(m, 0, off));
  return { months, p5: at(-2 * half), p25: at(-half), p50: at(0), p75: at(half), p95: at(2 * half), replicates: 200 };
};

export const compared: ComparedPlansData = {
  ...from,
  plans: [
    { name: "All six lessons", bands: bandsAbout(0.72, 0.08) },
    { name: "Coaching only", bands: bandsAbout(0.66, 0.09) },
    { name: "Institutes for a third of teachers", bands: bandsAbout(0.35, 0.06) },
    { name: "Mandate", bands: bandsAbout(0.22, 0.03) },
  ],
  today: bandsAbout(0.15, 0.01),
  target: { share: 0.4, month: 34 },
};

export const gap: TierGapErrorData = {
  ...from,
  months,
  estimate: months.map((m) => rise(m, -0.01, 0.12) - summer(m)),
  low: months.map((m) => rise(m, -0.03, 0.08) - summer(m)),
  high: months.map((m) => rise(m, 0.01, 0.16) - summer(m)),
};

export const paired: PairedDifferenceData = {
  ...from,
  months,
  estimate: months.map((m) => rise(m, 0, 0.02)),
  low: months.map((m) => rise(m, 0, -0.03)),
  high: months.map((m) => rise(m, 0, 0.06)),
  of: "adoption",
  unit: "share of teachers",
  a: "“coaching only”",
  b: "“all six lessons”",
};

export const inputs: TornadoData = {
  ...from,
  of: "adoption in May of year 3",
  unit: "share of teachers",
  bars: [
    { label: "Principal turnover", low: 0.47, high: 0.28, centre: 0.38, difference: within(-0.19, 0.04) },
    { label: "Coaching: teachers per coach", low: 0.44, high: 0.31, centre: 0.38, difference: within(-0.13, 0.04) },
    {
      label: "Strategy",
      low: 0.36,
      high: 0.45,
      centre: 0.38,
      ends: ["mandate", "all six lessons"],
      difference: within(0.09, 0.02),
    },
    {
      label: "Help a coached teacher passes on to colleagues in the same department",
      low: 0.33,
      high: 0.43,
      centre: 0.38,
    },
    { label: "Test pressure", low: 0.4, high: 0.36, centre: 0.38, difference: within(-0.04, 0.05) },
    { label: "Teachers’ ties outside the school", low: 0.38, high: 0.38, centre: 0.38 },
  ],
};

export const indices: SobolBarsData = {
  ...from,
  of: "adoption in May of year 3",
  bars: [
    { label: "Principal turnover", first: within(0.34, 0.05), total: within(0.42, 0.06) },
    { label: "Coaching: teachers per coach", first: within(0.18, 0.04), total: within(0.25, 0.05) },
    { label: "Test pressure", first: within(0.05, 0.03), total: within(0.09, 0.04) },
    { label: "Ties outside the school", first: within(0.01, 0.03), total: within(0.02, 0.04) },
  ],
  luck: { first: within(0.1, 0.03), total: within(0.16, 0.03) },
};

const doses = [0, 0.25, 0.5, 0.75, 1];

export const levers: TwoLeverMapData = {
  ...from,
  x: { label: "Teachers per coach", unit: "", values: [60, 40, 30, 20, 15, 10] },
  y: { label: "Leaders prepared", unit: "share of successors", values: doses },
  z: { label: "Adoption in May of year 3", unit: "share of teachers" },
  cells: doses.flatMap((y, j) =>
    [0, 0.2, 0.4, 0.6, 0.8, 1].map((x, i) => (j === 4 && i === 5 ? null : 0.18 + 0.14 * x + 0.1 * y + 0.22 * x * y)),
  ),
};

export const named: TwoLeverMapData = {
  ...from,
  x: { label: "strategy", unit: "", values: ["coaching-only", "all-six-lessons", "institutes-only"] },
  y: { label: "district", unit: "", values: ["small-rural", "napa-valley-unified"] },
  z: { label: "the chance of 40% adoption in May of year 3", unit: "chance" },
  cells: [0.21, 0.62, 0, 0.34, 0.62, 0.01],
  intervals: [
    [0.16, 0.27],
    [0.55, 0.68],
    [0, 0.02],
    [0.28, 0.41],
    [0.55, 0.68],
    [0, 0.03],
  ],
};

export const shocked: SuccessByShockData = {
  ...from,
  success: "adoption of at least 20% in May of year 3",
  strategies: ["coaching-only", "all-six-lessons", "mandate"],
  shocks: [
    { label: "none", shares: [within(0.85, 0.05), within(0.97, 0.02), within(0.6, 0.07)] },
    { label: "budget-cut", shares: [within(0.7, 0.06), within(0.93, 0.04), within(0.52, 0.07)] },
    { label: "pandemic-year", shares: [within(0.6, 0.07), within(0.9, 0.04), null] },
  ],
};

export const ranked: RankFlipsData = {
  ...from,
  of: "adoption in May of year 3",
  strategies: ["coaching-only", "mandate", "institutes-only", "business-as-usual"],
  assumptions: [
    { label: "as assumed", places: [1, 2, 3, 3], flips: [] },
    { label: "no-peers", places: [1, 2, 3, 4], flips: [] },
    { label: "free-prescription", places: [2, 1, 3, 4], flips: [{ pair: [0, 1], decided: true }] },
    { label: "design-no-prerequisite", places: [1, 3, 2, 4], flips: [{ pair: [1, 2], decided: false }] },
    { label: "everyone-aware", places: [1, 2, null, null], flips: [] },
  ],
};

export const byName: LevelRowsData = {
  ...from,
  of: "adoption in May of year 3",
  unit: "share of teachers",
  by: "strategy",
  rows: [
    { label: "coaching-only", result: within(0.34, 0.04) },
    { label: "all-six-lessons", result: within(0.61, 0.05) },
    { label: "mandate", result: null },
  ],
};

export const effects: EffectBarsData = {
  ...from,
  parameters: "fixed",
  of: "adoption in May of year 3",
  unit: "share of teachers",
  bars: [
    { label: "trying.intercept", size: within(0.28, 0.08), againstLuck: "more" },
    { label: "trying.support", size: within(0.2, 0.09), againstLuck: "more" },
    { label: "peers.strength", size: within(0.05, 0.03), againstLuck: "cannot tell" },
    { label: "peers.width", size: within(0.01, 0.01), againstLuck: "less" },
  ],
  luck: within(0.06, 0.03),
};

/** Points that fill a square evenly (Halton, bases 2 and 3). */
const halton = (i: number, base: number): number => {
  let at = 0;
  for (let n = i, part = 1 / base; n > 0; n = Math.floor(n / base), part /= base) at += (n % base) * part;
  return at;
};

export const failures: BoxScatterData = {
  ...from,
  x: { label: "Principal turnover", unit: "share a year" },
  y: { label: "Coaching starts", unit: "months" },
  points: Array.from({ length: 200 }, (_, i) => {
    const x = 0.08 + 0.32 * halton(i + 1, 2);
    const y = 18 * halton(i + 1, 3);
    return { x, y, hit: x > 0.24 && y > 8 ? i % 7 !== 0 : i % 11 === 0 };
  }),
  box: { x: [0.24, null], y: [8, null] },
  sentence:
    "Fails (density 85%, coverage 77%) when principal turnover exceeds 24% a year and coaching starts after month 8",
};

export const response: ResponseCurveData = {
  ...from,
  x: { label: "coaching teachers per coach", unit: "", values: [8, 12, 20, 40, 80] },
  y: { label: "adoption in May of year 3", unit: "share of teachers" },
  points: [within(0.44, 0.05), within(0.41, 0.05), within(0.36, 0.04), within(0.29, 0.04), within(0.27, 0.04)],
};

export const budgets: FrontierData = {
  ...from,
  of: "chance of the target",
  points: [
    { budget: 1e6, value: { value: 0.02, low: 0.01, high: 0.05 }, label: "coaching 6 hours a year", tied: false },
    { budget: 2e6, value: within(0.12, 0.045), label: "coaching 12 hours a year", tied: true },
    { budget: 3e6, value: within(0.2, 0.055), label: "coaching 12 hours, leaders prepared", tied: true },
    {
      budget: 4.5e6,
      value: within(0.45, 0.07),
      label: "coaching 20 hours, leaders prepared, departments aligned",
      tied: false,
    },
    {
      budget: 6e6,
      value: within(0.58, 0.07),
      label: "coaching 20 hours, leaders prepared, departments aligned, protection from test pressure in every school",
      tied: false,
    },
  ],
};

export const parts: ShapleyWaterfallData = {
  ...from,
  of: "adoption in May of year 3",
  unit: "share of teachers",
  from: 0.15,
  parts: [
    { label: "Coaching", share: within(0.14, 0.02) },
    { label: "Colleagues’ help", share: within(0.09, 0.02) },
    { label: "Leaders prepared", share: within(0.04, 0.012) },
    { label: "Vision", share: within(0.005, 0.01) },
    { label: "Prescription", share: within(-0.03, 0.012) },
  ],
  to: 0.395,
};

const chances = [0.01, 0.02, 0.05, 0.06, 0.1, 0.12, 0.1, 0.08, 0.06, 0.04];

export const waiting: KaplanMeierData = {
  ...from,
  of: "80% of teachers using the practice",
  steps: chances.map((_, i) => {
    const survival = chances.slice(0, i + 1).reduce((left, chance) => left * (1 - 1.3 * chance), 1);
    const half = 1.96 * Math.sqrt((survival * (1 - survival)) / 200);
    const before = chances.slice(0, i).reduce((left, chance) => left * (1 - 1.3 * chance), 1);
    return {
      month: 15 + 5 * i,
      survival,
      low: survival - half,
      high: survival + half,
      atRisk: Math.round(200 * before),
    };
  }),
};

export const schools: SchoolMultiplesData = {
  ...from,
  months,
  schools: [
    ["Alder Elementary", 0.22, 0.62],
    ["Birch Elementary", 0.48, 0.44],
    ["Cedar Middle", 0.61, 0.3],
    ["Douglas Fir International Baccalaureate Academy", 0.35, 0.5],
    ["Elm High", 0.55, 0.36],
    ["Fir Elementary", 0.83, 0.11],
    ["Ginkgo Elementary", 0.74, 0.27],
  ].map(([name, poverty, end]) => ({
    name: String(name),
    poverty: Number(poverty),
    adoption: months.map((m) => 0.15 + rise(m, 0, (Number(end) - 0.15) / 0.9) - summer(m)),
  })),
};

export const fitted: PriorPosteriorData = {
  replicates: from.replicates,
  seed: from.seed,
  version: from.version,
  parameters: [
    {
      label: "Help from a colleague",
      prior: [0, 0.3],
      posterior: { value: 0.12, low: 0.08, high: 0.17 },
      verdict: "informed",
    },
    {
      label: "Yearly loss of practice",
      prior: [0.02, 0.3],
      posterior: { value: 0.09, low: 0.05, high: 0.13 },
      verdict: "informed",
    },
    {
      label: "Benefit of a coaching hour",
      prior: [0, 2],
      posterior: { value: 1.1, low: 0.15, high: 1.9 },
      verdict: "cannot-tell",
    },
    {
      label: "Reach of ties between schools",
      prior: [0, 1],
      posterior: { value: 0.5, low: 0.03, high: 0.97 },
      verdict: "cannot-tell",
    },
  ],
};

const surveyed = [4, 9, 16, 21, 28, 33];

export const predicted: PredictiveBandData = {
  ...from,
  months,
  low: months.map((m) => 0.12 + rise(m, 0, 0.2) - summer(m)),
  median: months.map((m) => 0.16 + rise(m, 0, 0.3) - summer(m)),
  high: months.map((m) => 0.2 + rise(m, 0, 0.42) - summer(m)),
  observed: surveyed.map((month, i) => {
    const share = 0.15 + rise(month, 0, 0.3) + [0.01, 0.03, -0.02, 0.16, 0.02, -0.03][i]!;
    return { month, share, low: share - 0.06, high: share + 0.06 };
  }),
};

export const held: BottleneckData = {
  ...from,
  of: "adoption in May of year 3",
  unit: "share of teachers",
  steps: [
    { label: "Teachers try it", gain: within(0.19, 0.04) },
    { label: "Users stop", gain: within(0.084, 0.022) },
    { label: "Teachers come to use it", gain: within(0.031, 0.012) },
    { label: "Schools join the programme", gain: within(0.01, 0.008) },
    { label: "Teachers hear of the practice", gain: within(0.004, 0.003) },
    { label: "Users come to own it", gain: within(0.002, 0.003) },
    { label: "Teachers leave", gain: within(-0.001, 0.004) },
    { label: "Schools leave the programme", gain: null },
  ],
  clear: true,
};

const steps: [label: string, gain: boolean, member: number, other: number][] = [
  ["heard of it", true, 254, 170],
  ["began to try", true, 1_443, 58],
  ["came to use", true, 686, 29],
  ["came to own", true, 28, 19],
  ["gave up trying", false, 662, 94],
  ["stopped using", false, 538, 248],
  ["left the post", false, 624, 359],
];

export const funnel: FunnelData = {
  ...from,
  month: 34,
  steps: steps.map(([label, gain, member, other]) => ({
    label,
    gain,
    member: within(member, 0.06 * member),
    other: within(other, 0.1 * other),
  })),
  schools: [
    { label: "asked to join", count: within(55, 0) },
    { label: "joined", count: within(52, 1.5) },
    { label: "left", count: within(5, 1.2) },
    { label: "in the programme then", count: within(47, 2) },
  ],
};

export const pairs: PairedBarsData = {
  ...from,
  measured: "Share of teachers who use the practice",
  unit: "share of teachers",
  a: "as much spent on coaches",
  b: "the lesson",
  rows: [
    {
      ...{ label: "Where it wins", of: "adoption in May of year 3", a: 0.35, b: 0.46 },
      difference: within(0.11, 0.024),
    },
    {
      ...{ label: "In worlds as believed", of: "adoption in May of year 3", a: 0.42, b: 0.414 },
      difference: within(-0.006, 0.014),
    },
    {
      ...{ label: "Where it loses: after two years", of: "adoption in May of year 5", a: 0.3, b: 0.25 },
      difference: within(-0.05, 0.01),
    },
  ],
};
