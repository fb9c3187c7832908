import type { Column } from "./table.ts";

/** Describes a column of names or words. */
export const text = (name: string, doc: string): Column => ({ name, type: "text", unit: "–", doc });

/** Describes a column of numbers: shares, sums of money, means, and whatever else need not be whole. */
export const number = (name: string, unit: string, doc: string): Column => ({ name, type: "number", unit, doc });

/** Describes a column of counts, indices or places. */
export const integer = (name: string, unit: string, doc: string): Column => ({ name, type: "integer", unit, doc });

/** Describes a column that says whether something holds. */
export const yesNo = (name: string, doc: string): Column => ({ name, type: "boolean", unit: "–", doc });

/** Describes the two ends of a 95% interval: `of` says of what, as in `the mean outcome` (default its). */
export function ends(name: string, unit: string, of?: string): readonly Column[] {
  const interval = of === undefined ? "its 95% interval" : `the 95% interval of ${of}`;
  return [
    number(`${name}_low`, unit, `Lower end of ${interval}`),
    number(`${name}_high`, unit, `Upper end of ${interval}`),
  ];
}

/** Describes a number and the two ends of its 95% interval, which is called as {@link ends} calls it. */
export const withEnds = (name: string, unit: string, doc: string, of?: string): readonly Column[] => [
  number(name, unit, doc),
  ...ends(name, unit, of),
];
