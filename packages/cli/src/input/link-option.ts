import type { Issue } from "@uptake/model";
import { type PinnedPlan, type PlanState, readLink } from "@uptake/study/link";
import { describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "./options.ts";
import { type PlacedChange, placeChange } from "./placed-change.ts";
import type { ScenarioSource } from "./scenario-source.ts";

/** Holds what `--link` gives: a scenario in place of a file, and options in place of those not given. */
export interface LinkGiven {
  /** Scenario of the link; undefined where no link is given. */
  readonly source: ScenarioSource | undefined;
  readonly pinned: readonly PinnedPlan[];
  /** The options, with seed and replicates of the link where they are not given. */
  readonly raw: RawOptions;
}

/** Codes of notices that tell of a link that is read as it was meant; any other is a fault. */
const told = new Set(["off-step", "other-version"]);

/** Points at the option, and at the field of the link. */
const ofLink = (issue: Issue): Fault => ({ ...issue, path: issue.path === "" ? "--link" : `--link, ${issue.path}` });

/** Makes a scenario of a link a source beside those of files. */
export const linkSource = (scenario: PlanState["scenario"], changes: readonly PlacedChange[] = []): ScenarioSource => ({
  input: { ...scenario },
  faults: [],
  changes,
  locate: ofLink,
});

/**
 * Reads the link of `--link`, which takes the place of a scenario file (`beside`, where one is named too) and of a
 * strategy. What was rounded in it, or made by another version of the model, is told on stderr; everything wrong is added
 * to `faults`.
 */
export async function readLinkOption(
  host: Host,
  raw: RawOptions,
  beside: string | undefined,
  faults: Fault[],
): Promise<LinkGiven> {
  if (raw.link === undefined) return { source: undefined, pinned: [], raw };
  const refuse = (message: string): unknown => faults.push({ code: "conflict", path: "--link", message });
  if (beside !== undefined) refuse(`holds a scenario itself, and ${beside} is given too; leave one of them out`);
  if (raw.strategy !== undefined) refuse("holds a strategy itself; leave --strategy out, or give it without a link");
  const { state, notices, changes } = await readLink(raw.link);
  for (const notice of notices) {
    if (told.has(notice.code)) host.err(`warning: ${describeFault(ofLink(notice))}\n`);
    else faults.push(ofLink(notice));
  }
  const { scenario, seed, replicates, pinned = [] } = state;
  const placed = changes.map((change) => placeChange(change, ofLink));
  return {
    source: linkSource(scenario, placed),
    pinned,
    raw: {
      ...raw,
      ...(raw.seed === undefined && seed !== undefined ? { seed } : {}),
      ...(raw.replicates === undefined && replicates !== undefined ? { replicates: String(replicates) } : {}),
    },
  };
}
