/** Version of the package; results and receipts carry it. */
export const version = "0.1.0";
