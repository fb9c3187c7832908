export { readReceipt } from "./read-receipt.ts";
export {
  checksumsText,
  districtTexts,
  type Receipt,
  type ReceiptStudy,
  receiptFormat,
  receiptOf,
  receiptText,
  type Sums,
} from "./receipt.ts";
