const schools = [
  { id: "a", name: "Ash", level: "elementary", enrolment: 180, teachers: 9, lowIncomeShare: 0.7 },
  { id: "b", name: "Birch", level: "elementary", enrolment: 120, teachers: 6, lowIncomeShare: 0.4 },
  { id: "c", name: "Cedar", level: "middle", enrolment: 160, teachers: 8, lowIncomeShare: 0.2 },
  { id: "d", name: "Dogwood", level: "high", enrolment: 210, teachers: 10, lowIncomeShare: 0.5 },
];
const scenario = {
  district: { id: "hill", name: "Hill", source: "Made up", schools },
  strategy: "coaching-only",
  levers: { coaching: { intensity: "1 - 0.5 ^ ((t + 1) / 5) ^ 1.1" }, investment: { time: 0.4 } },
  horizon: 24,
  target: { share: 0.3, month: 20 },
};

const { district: _, ...anywhere } = scenario;

/** Holds the fields of one small study of each kind, whose answers are pinned by studies.json. */
const studies: Readonly<Record<string, object>> = {
  start: { strategies: ["business-as-usual", "coaching-only"], replicates: 4 },
  run: { replicates: 6, bottleneck: false },
  compare: { strategies: ["mandate"], cap: 8, bottleneck: false },
  explain: { teacher: "most changed", school: "a", replicate: 2 },
  sweep: {
    design: "latin-hypercube",
    factors: { "levers.coaching.teachersPerCoach": [8, 40], "peers.strength": "prior" },
    points: 6,
    replicates: 4,
  },
  sensitivity: { method: "sobol", parameters: ["trying"], most: 3, trajectories: 2, rows: 16 },
  stress: { strategies: ["coaching-only", "mandate"], draws: 40 },
  optimise: {
    budgets: [400_000, 900_000],
    decisions: { "levers.coaching.teachersPerCoach": [10, 120], "levers.investment.time": [0, 1] },
    population: 4,
    generations: 3,
    replicates: 4,
    planning: 2,
    finalists: 1,
    finalReplicates: 8,
  },
  calibrate: {
    series: [
      { month: 2, share: 0.25, respondents: 30 },
      { month: 9, share: 0.35, respondents: 25 },
      { month: 20, share: 0.4, respondents: 20 },
    ],
    parameters: [{ name: "start.adoption", range: [0.05, 0.4] }, "trying.intercept"],
    particles: 20,
    simulations: 60,
    predictive: 20,
  },
  attribute: { replicates: 3, assumptions: { contagion: "complex" }, minimumBudget: { chance: 0.5, halvings: 2 } },
  rivals: { strategies: ["coaching-only", "institutes-only", "mandate"], replicates: 8 },
  country: {
    scenario: anywhere,
    districts: [
      { id: "a", state: "North", schools: 3, teachers: 40, students: 600, lowIncomeShare: 0.2 },
      { id: "b", state: "South", schools: 2, teachers: 21, students: 310, lowIncomeShare: 0.9 },
    ],
    replicates: 2,
  },
};

/** Holds one small study of each kind, as a study file would, under the kind's name. */
export const pinnedStudies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  Object.entries(studies).map(([kind, fields]) => [kind, { kind, seed: "uptake", scenario, ...fields }]),
);
