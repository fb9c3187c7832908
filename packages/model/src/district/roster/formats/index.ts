import type { RosterFormat } from "../roster-format.ts";
import { california, californiaPrepared } from "./california.ts";
import { colorado } from "./colorado.ts";
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
};

/** Names the formats, for messages. */
export const rosterFormatNames: string = Object.keys(rosterFormats).join(", ");
