import type { PairedDifferenceData, Provenance, StageAreaData, TierGapErrorData, TornadoData } from "../src/index.ts";

/** Numbers made up to show the charts; no run made them. */
const from: Provenance = { replicates: 200, parameters: "sampled", seed: "gallery", version: "0.1.0" };

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
  a: "coaching only",
  b: "all six lessons",
};

export const inputs: TornadoData = {
  ...from,
  of: "adoption in May of year 3",
  unit: "share of teachers",
  bars: [
    { label: "Principal turnover", low: 0.47, high: 0.28, centre: 0.38 },
    { label: "Coaching: teachers per coach", low: 0.44, high: 0.31, centre: 0.38 },
    {
      label: "Help a coached teacher passes on to colleagues in the same department",
      low: 0.33,
      high: 0.43,
      centre: 0.38,
    },
    { label: "Test pressure", low: 0.4, high: 0.36, centre: 0.38 },
    { label: "Teachers’ ties outside the school", low: 0.38, high: 0.38, centre: 0.38 },
  ],
};
