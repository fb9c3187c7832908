import { InputError } from "@uptake/model";
import { BadInput } from "../../packages/cli/src/host/fault.ts";

/** Reads a text as a format; what is wrong with it is thrown, or told by `false`. */
export type Read = (text: string) => unknown;

/** Holds what a reader made of a text. */
export interface Judged {
  readonly accepted: boolean;
  /** Milliseconds that it took. */
  readonly took: number;
  /** Says what must never be, where it was; undefined where all was well. */
  readonly fault?: string;
}

/** Longest that a text may take, in milliseconds. */
export const longest = 1000;

/** What every object, list and function shares: no file may change any of it. */
const shared = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype];
const keysOf = (): string => shared.map((one) => Reflect.ownKeys(one).map(String).join(" ")).join("\n");
const keys = keysOf();

/** Returns the milliseconds of processor time since `begun`: a busy machine leaves these as they are. */
function processorTime(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

async function outcomeOf(read: Read, text: string): Promise<Pick<Judged, "accepted" | "fault">> {
  try {
    return { accepted: (await read(text)) !== false };
  } catch (error) {
    const refused = error instanceof InputError || error instanceof BadInput;
    if (!refused) return { accepted: false, fault: `threw ${error instanceof Error ? error.stack : String(error)}` };
    const issues = error instanceof InputError ? error.issues : error.faults;
    const vague = issues.length === 0 || issues.some(({ code, message }) => code === "" || message === "");
    return { accepted: false, ...(vague ? { fault: "was refused without a word" } : {}) };
  }
}

/** Reads a text, and looks for what must never be: an error of another kind, a second gone, a change to every object. */
export async function judge(read: Read, text: string): Promise<Judged> {
  const begun = performance.now();
  const outcome = await outcomeOf(read, text);
  const took = performance.now() - begun;
  if (outcome.fault !== undefined) return { ...outcome, took };
  if (keysOf() !== keys) return { ...outcome, took, fault: "changed what every object has" };
  if (took <= longest) return { ...outcome, took };
  const again = process.cpuUsage();
  await outcomeOf(read, text);
  const least = Math.min(took, processorTime(again));
  return { ...outcome, took: least, ...(least > longest ? { fault: `took ${Math.round(least)} ms` } : {}) };
}
