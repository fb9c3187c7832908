/**
 * Reads the receipt of a result that is to be verified.
 *
 * @module
 */
export { readReceipt } from "./read-receipt.ts";
