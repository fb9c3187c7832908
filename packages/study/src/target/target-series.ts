import type { TargetOf } from "@uptake/model";

const series: Readonly<Record<TargetOf, string>> = {
  teachers: "adoption",
  students: "studentsTwice",
  deep: "depth50",
  "sign-ups": "label",
  schools: "schoolsAdopting",
};

/** Names the series of a run that a target of this kind reads, as `adoption` for one of teachers; see `runSeries` of `@uptake/study/readings`. */
export function targetSeries(of: TargetOf): string {
  return series[of];
}
