/** Returns the series in which a target is read. */
export function targetSeries(of: string): string {
  const series: Readonly<Record<string, string>> = {
    teachers: "adoption",
    students: "studentsTwice",
    deep: "depth50",
    "sign-ups": "label",
    schools: "schoolsAdopting",
  };
  return series[of] as string;
}
