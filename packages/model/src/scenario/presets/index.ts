import { districts } from "./districts.ts";
import { equity } from "./equity.ts";
import { grants } from "./grants.ts";
import { networks } from "./networks.ts";
import { reference } from "./reference.ts";
import type { Strategy } from "./strategy.ts";
import { studiedNetworks } from "./studied-networks.ts";

/** Lists every strategy that ships with the package, by kind: those of reference first. */
export const strategies: readonly Strategy[] = [
  ...reference,
  ...studiedNetworks,
  ...networks,
  ...districts,
  ...equity,
  ...grants,
];
