import type { Draw, ScenarioInput } from "@uptake/model";

/** Scenarios whose runs are pinned by pinned.json, under the names there: they use every mechanism, formula and shock. */
export const pinnedScenarios: Readonly<Record<string, ScenarioInput>> = Object.fromEntries([
  ...["colorado-springs-d11", "porterville-unified", "small-rural"].flatMap((district) =>
    ["business-as-usual", "all-six-lessons"].map((strategy) => [`${strategy}, ${district}`, { district, strategy }]),
  ),
  [
    "formulas and shocks, napa-valley-unified",
    {
      district: "napa-valley-unified",
      strategy: "all-six-lessons-scale-up",
      levers: {
        vision: { clarity: "0.5 * exp(-t / 12) + 0.1 * log(1 + t)" },
        coaching: { intensity: "0.97 ^ t", teachersPerCoach: "min(60, 15 + pow(t, 0.9))" },
        entry: { mandate: 0.3, newSchools: 2, newSchoolMonth: 24 },
        partnership: {},
        design: {},
        improvement: {},
      },
      shocks: [
        { kind: "turnover-wave", month: 8 },
        { kind: "principal-exit", month: 15, size: 0.4 },
        { kind: "superintendent-exit", month: 20 },
      ],
    },
  ],
  [
    "powers in powers, small-rural",
    {
      district: "small-rural",
      strategy: "all-six-lessons",
      levers: {
        vision: { clarity: "min(1, (0.3 + 0.7 * (t / 36) ^ 1.3) ^ 0.9)" },
        coaching: {
          intensity: "1 - 0.5 ^ ((t + 1) / 7.3) ^ 1.1",
          teachersPerCoach: "20 + (30 * 0.93 ^ (t ^ 0.8)) ^ 0.7",
        },
        leadership: { intensity: "(t > 6 ? exp(-(0.02 * t) ^ 1.5) : 0.2 ^ 0.7) ^ pow(0.9 ^ t, 0.3)" },
      },
    },
  ],
  [
    "two districts that visit each other",
    {
      district: ["small-rural", "porterville-unified"],
      strategy: "all-six-lessons",
      levers: { learning: { visits: 0.6, interDistrict: 0.5 } },
    },
  ],
  [
    "a complete network, porterville-unified",
    { district: "porterville-unified", strategy: "all-six-lessons", switches: { network: "complete" } },
  ],
]);

/** Seeds with which each scenario is run, and ways of drawing its world; of each the second replicate is pinned. */
export const pinnedSeeds = ["a", "uptake"] as const;
export const pinnedDraws: readonly Draw[] = ["sampled", "fixed"];
