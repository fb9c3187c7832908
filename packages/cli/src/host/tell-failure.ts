import { InputError } from "@uptake/model";
import pc from "picocolors";
import { describeSystemError } from "./describe-system-error.ts";
import { BadInput, describeFault, type Fault } from "./fault.ts";
import type { Host } from "./host.ts";

/** Says on stderr what ended a command, and returns its exit code: 2 when the input was wrong, 1 when it failed. */
export function tellFailure(host: Host, error: unknown): 1 | 2 {
  const faults = error instanceof BadInput ? error.faults : error instanceof InputError ? error.issues : undefined;
  if (faults) return refuse(host, faults);
  const message = describeSystemError(error);
  const stack = error instanceof Error ? error.stack : undefined;
  host.err(`uptake failed: ${host.debug && stack ? stack : `${message}\nSet DEBUG=1 to see where.`}\n`);
  return 1;
}

function refuse(host: Host, faults: readonly Fault[]): 2 {
  const { red } = pc.createColors(host.interactive && host.color);
  for (const fault of faults) host.err(`${red("error:")} ${describeFault(fault)}\n`);
  return 2;
}
