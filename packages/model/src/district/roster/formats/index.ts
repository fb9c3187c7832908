import type { RosterFormat } from "../roster-format.ts";
import { california, californiaPrepared } from "./california.ts";
import { colorado } from "./colorado.ts";
import type { formatNames } from "./format-names.ts";
import { generic } from "./generic.ts";
import { massachusetts, massachusettsPrepared } from "./massachusetts.ts";
import { nces } from "./nces.ts";
import { texas, texasPrepared } from "./texas.ts";

/** Maps the name of each built-in format to its description. */
export const rosterFormats: Readonly<Record<string, RosterFormat>> = {
  generic,
  ca: california,
  co: colorado,
  ma: massachusetts,
  nces,
  tx: texas,
  "ca-prepared": californiaPrepared,
  "ma-prepared": massachusettsPrepared,
  "tx-prepared": texasPrepared,
} satisfies Record<(typeof formatNames)[number], RosterFormat>;
