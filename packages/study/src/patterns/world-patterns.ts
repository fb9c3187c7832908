import { adviceNetworks } from "./advice-networks.ts";
import { afterSupport } from "./after-support.ts";
import { betweenSites } from "./between-sites.ts";
import { coachedYear } from "./coached-year.ts";
import { givingUp } from "./giving-up.ts";
import { ordinarySupport } from "./ordinary-support.ts";
import type { WorldPattern } from "./pattern.ts";
import { principalExit } from "./principal-exit.ts";
import { reformOff } from "./reform-off.ts";
import { stableProgramme } from "./stable-programme.ts";
import { survivalOfMembership } from "./survival-of-membership.ts";
import { trainingOnly } from "./training-only.ts";

/** Lists the patterns that a world must show to be kept, in the order of the model's design. */
export const worldPatterns: readonly WorldPattern[] = [
  reformOff,
  betweenSites,
  survivalOfMembership,
  principalExit,
  adviceNetworks,
  coachedYear,
  stableProgramme,
  afterSupport,
  ordinarySupport,
  trainingOnly,
  givingUp,
];
