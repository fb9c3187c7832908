import { describe, expect, test } from "vitest";
import { planOf, runOf, type Snapshot, watch } from "../../test-support/fixtures.ts";
import { joining, months, slots, stagesOf, still, ten } from "../../test-support/still-world.ts";
import { AWARE, LAPSED, OWNING, TRYING, UNAWARE, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";

const uses = (stage: number): boolean => stage === TRYING || stage === USING || stage === OWNING;

describe("a practice that board or school decide for all", () => {
  const levers = (decided: number) => ({ entry: { cohorts: 1, every: 1, decided } });
  const sure: World = { ...joining, "entry.decision": 1, "start.aware": 1 };

  test("is begun at once by those who know of it in member schools, who comply", async () => {
    const [before, after] = await months(1, sure, { levers: levers(1) });
    const { stage, compliant } = after!.teacher;
    const member = (i: number): boolean => after!.school.member[Math.floor(i / 30)] === 1;
    const idle = slots(before!.teacher, (i) => member(i) && !uses(before!.teacher.stage[i]!));
    expect(idle.length).toBeGreaterThan(50);
    const begun = idle.filter((i) => uses(stage[i]!));
    expect(begun.length / idle.length).toBeGreaterThan(0.95);
    for (const i of begun) expect(compliant[i]).toBe(1);
    expect(slots(before!.teacher, (i) => compliant[i] === 1)).toEqual(begun);
  });
  test("is handed to newcomers", async () => {
    const trace = await months(14, sure, { levers: levers(1) });
    const [july, september] = [trace[12]!.teacher, trace[14]!.teacher];
    const newcomers = slots(july, (i) => july.person[i]! >= july.person.length && july.stage[i] === AWARE);
    expect(newcomers.length).toBeGreaterThan(10);
    for (const i of newcomers) expect([september.stage[i], september.compliant[i]]).toEqual([TRYING, 1]);
  });
  test("is not begun where nothing is decided, where deciding moves nobody, or outside the programme", async () => {
    const begun = async (decided: number, values: World, more: ScenarioInput = {}) => {
      const trace = await months(10, { ...sure, ...values }, { levers: levers(decided), ...more });
      return stagesOf(trace[10]!)[TRYING]! - stagesOf(trace[0]!)[TRYING]!;
    };
    expect(await begun(1, {})).toBeGreaterThan(200);
    expect(await begun(0, {})).toBe(0);
    expect(await begun(1, { "entry.decision": 0 })).toBe(0);
    expect(await begun(1, {}, { levers: { entry: { decided: 1 } } })).toBe(0);
  });
  test("is given up by those who only comply once it stands no more", async () => {
    const values = { ...sure, "lapsing.intercept": -5, "lapsing.compliant": 5, "lapsing.depth": 0 };
    /** Returns how many lapse in the six teaching months after the programme's money ends, or goes on. */
    const lapsed = async (funded: number, compliant: number) => {
      const more = { levers: levers(1), funded };
      const trace = await months(20, { ...values, "lapsing.compliant": compliant }, more);
      return stagesOf(trace[20]!)[LAPSED]! - stagesOf(trace[14]!)[LAPSED]!;
    };
    expect(await lapsed(14, 5)).toBeGreaterThan((await lapsed(20, 5)) + 50);
    expect(Math.abs((await lapsed(14, 0)) - (await lapsed(20, 0)))).toBeLessThan(20);
  });
});

describe("schools founded round the practice", () => {
  const founding: ScenarioInput = {
    district: ten,
    horizon: 48,
    levers: { entry: { newSchools: 3, newSchoolSize: 20, newSchoolMonth: 12, leadYear: 0, volunteers: 1 } },
  };
  async function found(values: World, more: ScenarioInput = {}): Promise<Snapshot[]> {
    const plan = await planOf({ ...founding, ...more, parameters: { draw: "fixed", values } });
    return watch(plan).trace.map(([district]) => district!);
  }
  const founded = (array: ArrayLike<number>, from: number): number[] => Array.from(array).slice(from);

  test("stay in the programme, also when its money has ended, where those that joined leave", async () => {
    const trace = await found({ "membership.drop": 10, "membership.support": 0 });
    expect(trace[11]!.school.member.slice(10)).toEqual(Uint8Array.of(0, 0, 0));
    for (const { school } of trace.slice(12)) expect(founded(school.member, 10)).toEqual([1, 1, 1]);
    expect(trace[48]!.school.member.slice(0, 10)).toEqual(new Uint8Array(10));
    expect(trace.some(({ school }) => school.member.slice(0, 10).includes(1))).toBe(true);
  });
  test("take no place and are of no level that may not join", async () => {
    const trace = await found(
      {},
      { levers: { entry: { ...founding.levers!.entry, places: 0, levels: "elementary" } } },
    );
    expect(founded(trace[48]!.school.member, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });
  test("have teachers who all know of it, begin at the rate given, and do not comply", async () => {
    const begun = async (rate: number) => {
      const trace = await found({ ...still, "entry.founded": rate, "start.adoption": 0, "start.trying": 0 });
      const [opened, october] = [trace[12]!.teacher, trace[14]!.teacher];
      const inThem = slots(opened, (i) => i >= 300);
      expect(inThem).toHaveLength(60);
      for (const i of inThem) expect(opened.stage[i]).toBe(AWARE);
      for (const { teacher, counts } of trace) {
        expect(slots(teacher, (i) => i >= 300 && teacher.compliant[i] === 1)).toEqual([]);
        expect(counts.compliant.slice(10)).toEqual(new Int32Array(3));
      }
      return inThem.filter((i) => october.stage[i] === TRYING).length / inThem.length;
    };
    expect(await begun(1)).toBeGreaterThan(0.95);
    expect(Math.abs((await begun(0.3)) - (1 - 0.7 ** 2))).toBeLessThan(0.2);
    expect(await begun(0)).toBe(0);
  });
  test("tell their newcomers of it in the first teaching month", async () => {
    const trace = await found({ "start.aware": 0, "awareness.messages": 0, "awareness.peers": 0 });
    const unaware = ({ teacher }: Snapshot) => slots(teacher, (i) => i >= 300 && teacher.stage[i] === UNAWARE).length;
    expect(unaware(trace[24]!)).toBeGreaterThan(0);
    expect(unaware(trace[25]!)).toBe(0);
  });
  test("are measured apart from those that joined, and as no share where there are none", async () => {
    const { measures } = await runOf({
      ...founding,
      parameters: { draw: "fixed", values: { "membership.drop": -40 } },
    });
    const trace = await found({ "membership.drop": -40 });
    const share = (from: number, to: number, { counts, school }: Snapshot): number => {
      let users = 0;
      let teachers = 0;
      for (let s = from; s < to; s++) {
        if (school.member[s] === 0) continue;
        users += counts.stages[6 * s + USING]! + counts.stages[6 * s + OWNING]!;
        teachers += school.teachers[s]!;
      }
      return users / teachers;
    };
    expect(Array.from(measures.adoptionFounded)).toEqual(trace.map((one) => share(10, 13, one)));
    expect(Array.from(measures.adoptionJoined)).toEqual(trace.map((one) => share(0, 10, one)));
    expect([measures.adoptionFounded[11], measures.adoptionJoined[0]]).toEqual([Number.NaN, Number.NaN]);
    expect(measures.adoptionFounded[48]).toBeGreaterThan(0.3);
    expect(measures.adoptionJoined[48]).toBeGreaterThan(0);
  });
});
