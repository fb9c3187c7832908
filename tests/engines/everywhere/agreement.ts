import { answerChecksum, pinnedNames, pins } from "./pins.ts";

/** Compares what an engine answered with the pins. */
export interface Agreement {
  readonly cases: number;
  /** What is not as pinned, a line each. */
  readonly differ: readonly string[];
}

/** Compares what an engine told of the runs and studies it was asked for; what it leaves out or adds differs too. */
export function agreement(
  { runs, studies }: { readonly runs: readonly string[]; readonly studies: readonly string[] },
  told: Readonly<Record<string, string>>,
): Agreement {
  const asked = Object.keys(pins).filter(
    (name) => studies.includes(name) || runs.includes(name.split(": ")[0] as string),
  );
  const missed = [...runs, ...studies].filter(
    (name) => !pinnedNames.runs.includes(name) && !pinnedNames.studies.includes(name),
  );
  const checksumOf = (name: string): string | undefined =>
    told[name] !== undefined && studies.includes(name) ? answerChecksum(told[name]) : told[name];
  const unlike = asked.filter((name) => checksumOf(name) !== pins[name]);
  return {
    cases: asked.length,
    differ: [
      ...missed.map((name) => `${name} is not pinned`),
      ...unlike.map((name) => `${name} is ${checksumOf(name) ?? "missing"}, pinned ${pins[name]}`),
      ...Object.keys(told)
        .filter((name) => !asked.includes(name))
        .map((name) => `${name} was not asked for`),
    ],
  };
}
