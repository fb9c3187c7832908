import { type DistrictState, type Observer, type Shock, strategies } from "@uptake/model";
import { type Ensemble, ensemble, summariseAt, suspect, targetProbability } from "@uptake/study";
import { expect, test } from "vitest";
import { estimate, mean, planOf, report, runs, show } from "./support.ts";

// P11 beside its benchmarks is a line, never a target; P7 and P8 in a first look.

const compared = strategies.filter(({ kind }) => kind === "reference");

test("P11 chance of 80% by strategy, beside the speed limits on record", async () => {
  report(
    "P11",
    "on record: classroom internet 15→80% in 3.9 years in low-poverty schools, 4.8 in high (V4); textbook Bass 15→44% in 3 years (B1)",
  );
  let flagged = 0;
  for (const { name } of compared) {
    const plan = await planOf({ strategy: name, horizon: 36 });
    const result: Ensemble = await ensemble(plan, { replicates: 64, seed: "uptake" });
    const { probability, low, high } = targetProbability(result);
    const { mean: adoption } = summariseAt(result, "adoption", 34);
    const flag = suspect(result);
    if (flag.suspect) flagged++;
    report(
      "P11",
      `${name}: P(80% in May of year 3) ${show(probability!)} (${show(low!)}–${show(high!)}), mean adoption ${show(adoption!)}${flag.suspect ? "  SUSPECT: usually faster than the record" : ""}`,
    );
  }
  report("P11", `${flagged} of ${compared.length} strategies flagged`);
});

test("P7 a forced principal exit is a dip that heals", async () => {
  const replicates = 32;
  const watch = ["low", "high"].flatMap((side): Observer[] => {
    const among = (school: DistrictState["school"]): number[] =>
      Array.from(school.poverty.keys()).filter((s) => school.poverty[s]! >= 0.57 === (side === "high"));
    return [
      {
        name: `support ${side}`,
        observe: ({ school }) => mean(among(school).map((s) => school.support[s]!)),
      },
      {
        name: `adoption ${side}`,
        observe: ({ school, counts }) => {
          const users = among(school).map((s) => counts.stages[s * 6 + 3]! + counts.stages[s * 6 + 4]!);
          return mean(users) / mean(among(school).map((s) => school.teachers[s]!));
        },
      },
    ];
  });
  const levers = { entry: { cohorts: 1 }, coaching: { teachersPerCoach: 20 } };
  const of = async (shocks: Shock[]): Promise<ReturnType<typeof runs>> => {
    const plan = await planOf({ levers, funded: 72, horizon: 72, shocks, parameters: { draw: "fixed" } });
    return runs(plan, replicates, "principals", () => watch);
  };
  const forced = await of([{ kind: "principal-exit", month: 24 }]);
  const usual = await of([]);
  const gapAt = (name: string, m: number): ReturnType<typeof estimate> =>
    estimate(forced.map((run, r) => run.observed[name]![m]! - usual[r]!.observed[name]![m]!));
  const gap = (name: string, m: number): string => {
    const { mean: centre, error } = gapAt(name, m);
    return `${(100 * centre).toFixed(1)} ± ${(200 * error).toFixed(1)}`;
  };
  for (const side of ["low", "high"]) {
    const first = gapAt(`support ${side}`, 25);
    expect(first.mean + 4 * first.error).toBeLessThan(0);
    expect(Math.abs(gapAt(`support ${side}`, 24 + 46).mean)).toBeLessThan(Math.abs(first.mean) / 2);
  }
  for (const what of ["support", "adoption"]) {
    const months = [1, 10, 22, 34, 46].map(
      (after) => `${after}: ${gap(`${what} low`, 24 + after)} and ${gap(`${what} high`, 24 + after)}`,
    );
    report(
      "P7",
      `${what} (points) by months after every principal leaves under coaching, low- and high-poverty schools: ${months.join("; ")} (reported only)`,
    );
  }
});

test("P8 volunteers only: who answers, and the gap between tiers", async () => {
  const replicates = 32;
  const watch: Observer = {
    name: "pressure",
    observe: ({ school }) => {
      let inside = 0;
      let members = 0;
      let all = 0;
      for (let s = 0; s < school.teachers.length; s++) {
        all += school.pressure[s]!;
        inside += school.member[s]! * school.pressure[s]!;
        members += school.member[s]!;
      }
      return members === 0 ? 0 : inside / members - all / school.teachers.length;
    },
  };
  const look = async (values: Record<string, number>): Promise<{ pressure: number; gap: number; error: number }> => {
    const of = async (strategy: string): Promise<ReturnType<typeof runs>> =>
      runs(
        await planOf({ strategy, horizon: 36, parameters: { draw: "fixed", values } }),
        replicates,
        "volunteers",
        () => [watch],
      );
    const volunteers = await of("volunteers-only");
    const usual = await of("business-as-usual");
    const { mean: gap, error } = estimate(
      volunteers.map((run, r) => run.measures.gap![34]! - usual[r]!.measures.gap![34]!),
    );
    return { pressure: mean(volunteers.map((run) => run.observed.pressure![12]!)), gap, error };
  };
  const tied = await look({});
  const untied = await look({ "risk.pressurePoverty": 0 });
  const points = ({ gap, error }: { gap: number; error: number }): string =>
    `${(100 * gap).toFixed(1)} ± ${(200 * error).toFixed(1)} points`;
  report(
    "P8",
    `volunteers' pressure less the district's ${tied.pressure.toFixed(3)}, tier gap widens by ${points(tied)}; with pressure unrelated to poverty ${untied.pressure.toFixed(3)}, ${points(untied)} (reported only)`,
  );
  expect(tied.pressure).toBeLessThan(0);
});
