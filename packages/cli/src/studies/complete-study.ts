import type { ReceiptStudy } from "@uptake/study/receipt";

/**
 * Holds a study as it was run, complete and serialisable: what its file says, the scenario completed, districts that are
 * not embedded written out. Running it again gives the same.
 */
export type CompleteStudy = ReceiptStudy;
