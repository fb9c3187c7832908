import type { Level } from "../district.ts";

/** Words for levels that mean the same wherever they stand. */
export const levelWords: Readonly<Record<string, Level>> = {
  elementary: "elementary",
  "elementary school": "elementary",
  primary: "elementary",
  "primary school": "elementary",
  middle: "middle",
  "middle school": "middle",
  intermediate: "middle",
  "intermediate school": "middle",
  "junior high": "middle",
  "junior high school": "middle",
  high: "high",
  "high school": "high",
  "senior high": "high",
  "senior high school": "high",
  secondary: "high",
  other: "other",
  k12: "other",
  "k-12": "other",
};
