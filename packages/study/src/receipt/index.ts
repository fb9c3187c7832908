/**
 * Writes down what a study was and hashes what came of it, so that it can be run again and compared.
 *
 * @module
 */
export {
  checksumsText,
  districtTexts,
  type Receipt,
  type ReceiptStudy,
  type RunsBeyond,
  receiptFormat,
  receiptOf,
  receiptText,
  type Sums,
} from "./receipt.ts";
