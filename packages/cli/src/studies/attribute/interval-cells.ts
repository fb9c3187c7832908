import { ends, number } from "../../tables/columns.ts";
import type { Column } from "../../tables/table.ts";

/** Describes a value and the ends of its 95% interval. */
export const interval = (name: string, unit: string, doc: string): Column[] => [
  number(name, unit, doc),
  ...ends(name, unit, "that"),
];

type Ends = { readonly low: number | null; readonly high: number | null };
/** Lists a mean and the ends of its interval. */
export const cells = ({ mean, low, high }: Ends & { readonly mean: number | null }): (number | null)[] => [
  mean,
  low,
  high,
];
/** Lists a chance and the ends of its interval. */
export const chanceCells = ({
  probability,
  low,
  high,
}: Ends & { readonly probability: number | null }): (number | null)[] => [probability, low, high];
