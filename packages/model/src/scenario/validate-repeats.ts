import { defaultProfile } from "../district/default-profile.ts";
import { type Issue, IssueLog } from "../issue.ts";
import { type Keys, writePath } from "./validate-path.ts";

/** Lists the districts of an input, which may be at fault in any way. */
export const given = (input: { readonly district?: unknown }): readonly unknown[] => {
  const { district } = input;
  return district === undefined ? [defaultProfile] : Array.isArray(district) ? district : [district];
};

/** Lists the schools of a district, which may be at fault in any way. */
export const schoolsOf = (district: unknown): readonly unknown[] => {
  const schools = (district as { schools?: unknown } | null | undefined)?.schools;
  return Array.isArray(schools) ? schools : [];
};

/** Returns where district `i` of the input stands. */
export const keysOf = (input: { readonly district?: unknown }, i: number): Keys =>
  Array.isArray(input.district) ? ["district", i] : ["district"];

const idOf = (value: unknown): unknown => (value as { id?: unknown } | null | undefined)?.id;

/** Lists districts, and schools of a district, whose ids come twice. The input may be at fault in any other way. */
export function checkRepeats(input: { readonly district?: unknown }): Issue[] {
  const log = new IssueLog();
  const seen = new Map<string, number>();
  given(input).forEach((one, i) => {
    const keys = keysOf(input, i);
    const named = typeof one === "string";
    const id = named ? one : idOf(one);
    if (typeof id === "string") {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, i);
      else {
        const path = writePath(named ? keys : [...keys, "id"]);
        const message = `the district “${id}” is number ${first + 1} of the list already`;
        log.add({ code: "repeated-district", path, message, value: id });
      }
    }
    log.addAll(repeatedSchools(one, keys));
  });
  return log.list();
}

/** Lists schools of a district whose ids come twice. */
export function repeatedSchools(district: unknown, keys: Keys): Issue[] {
  const log = new IssueLog();
  const seen = new Map<string, number>();
  schoolsOf(district).forEach((school, s) => {
    const id = idOf(school);
    if (typeof id !== "string") return;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, s);
    else {
      const message = `the school “${id}” is number ${first + 1} of the list already`;
      log.add({ code: "repeated-school", path: writePath([...keys, "schools", s, "id"]), message, value: id });
    }
  });
  return log.list();
}
