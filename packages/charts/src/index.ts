export { adoptionFan } from "./adoption-fan.ts";
export { type FanData, fanData } from "./fan-data.ts";
export type { ChartOptions, Figure, Provenance } from "./figure.ts";
export { type LedgerOptions, ledgerBars } from "./ledger-bars.ts";
export { type LedgerData, ledgerData } from "./ledger-data.ts";
export { tierGap } from "./tier-gap.ts";
export { type TierGapData, tierGapData } from "./tier-gap-data.ts";
export { dollars, duration, percent, when } from "./words.ts";
