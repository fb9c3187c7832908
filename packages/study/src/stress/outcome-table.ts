import { InputError, type Issue } from "@uptake/model";

/** Holds one uncertain input of many runs: a value per row, numeric or one of a few names. */
export type PrimInput =
  | { readonly name: string; readonly kind: "number"; readonly values: readonly number[] }
  | { readonly name: string; readonly kind: "category"; readonly values: readonly string[] };

/** Holds inputs with a yes-or-no outcome per row, checked, and the rows in order of each numeric input. */
export interface OutcomeTable {
  readonly rows: number;
  /** Rows in which the outcome is yes. */
  readonly hits: number;
  readonly inputs: readonly PrimInput[];
  /** 1 where the outcome is yes, else 0. */
  readonly outcome: Uint8Array;
  /** Row numbers by ascending value of each input; empty for categories. */
  readonly orders: readonly Int32Array[];
}

/**
 * Checks inputs and an outcome (true or 1 for the cases of interest) and orders the rows.
 *
 * @throws InputError when there are no inputs or rows, names repeat, lengths differ, or a value is not finite.
 */
export function outcomeTable(inputs: readonly PrimInput[], outcome: readonly (boolean | number)[]): OutcomeTable {
  const rows = outcome.length;
  const issues = inputs.flatMap((input, i) =>
    faults(input, rows, inputs.findIndex(({ name }) => name === input.name) < i),
  );
  if (inputs.length === 0) issues.push({ code: "empty", path: "inputs", message: "there are no inputs" });
  if (rows === 0) issues.push({ code: "empty", path: "outcome", message: "there are no rows" });
  const odd = outcome.findIndex((value) => value !== true && value !== false && value !== 0 && value !== 1);
  if (odd >= 0) {
    const message = "the outcome is neither yes nor no";
    issues.push({ code: "not-binary", path: `outcome[${odd}]`, message, value: outcome[odd], allowed: "0 or 1" });
  }
  if (issues.length > 0) throw new InputError(issues);
  const yes = Uint8Array.from(outcome, Number);
  return { rows, hits: yes.reduce((sum, value) => sum + value, 0), inputs, outcome: yes, orders: inputs.map(orderOf) };
}

function faults(input: PrimInput, rows: number, repeated: boolean): Issue[] {
  const path = `inputs.${input.name}`;
  if (repeated) return [{ code: "duplicate", path, message: "two inputs have this name", value: input.name }];
  const length = input.values.length;
  if (length !== rows) {
    const message = "the input and the outcome differ in length";
    return [{ code: "length", path, message, value: length, allowed: `${rows} values` }];
  }
  if (input.kind === "category") return [];
  const odd = input.values.findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return [];
  return [
    {
      code: "not-finite",
      path: `${path}[${odd}]`,
      message: "the value is not a finite number",
      value: input.values[odd],
    },
  ];
}

function orderOf(input: PrimInput): Int32Array {
  if (input.kind === "category") return new Int32Array(0);
  const { values } = input;
  return Int32Array.from(values, (_, row) => row).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );
}
