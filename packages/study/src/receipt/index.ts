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
