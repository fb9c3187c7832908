export { readReceipt } from "./read-receipt.ts";
