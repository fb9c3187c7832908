import { InputError, type Issue } from "../issue.ts";
import type { ClimateTerms } from "../mechanisms/climate-terms.ts";
import { nearest } from "../nearest.ts";

interface Named {
  readonly mechanisms?: readonly { readonly name: string }[];
  readonly observers?: readonly { readonly name: string }[];
}

/**
 * Refuses mechanisms, and observers, of which two have one name: their draws, or their numbers, would be one.
 *
 * @throws InputError naming each that comes again.
 */
export function checkExtensions({ mechanisms = [], observers = [] }: Named): void {
  const issues = [...repeated("mechanisms", mechanisms), ...repeated("observers", observers)];
  if (issues.length > 0) throw new InputError(issues);
}

function repeated(of: string, all: readonly { readonly name: string }[]): Issue[] {
  const names = all.map(({ name }) => name);
  return names.flatMap((name, i): Issue[] => {
    const first = names.indexOf(name);
    if (first === i) return [];
    const message = `the name “${name}” is already that of ${of}[${first}]`;
    return [{ code: "repeated-name", path: `${of}[${i}].name`, message, value: name }];
  });
}

const termNames = ["trying", "lapsing", "growth", "message"];

/**
 * Returns the terms of a researcher's mechanism as they are.
 *
 * @throws InputError when one has a name that no term has, is not a finite number, or is a chance beyond 0 … 1.
 */
export function checkedTerms(mechanism: string, terms: ClimateTerms | undefined): ClimateTerms | undefined {
  if (terms === undefined) return undefined;
  for (const name in terms) {
    const value = terms[name as keyof ClimateTerms];
    const known = termNames.includes(name);
    if (
      known &&
      (value === undefined || (Number.isFinite(value) && (name !== "message" || (value >= 0 && value <= 1))))
    )
      continue;
    const path = `mechanisms.${mechanism}.${name}`;
    if (known && Number.isFinite(value))
      throw new InputError([
        { code: "out-of-range", path, message: `${value} is out of range`, value, allowed: "0 to 1" },
      ]);
    if (known)
      throw new InputError([{ code: "not-finite", path, message: `${String(value)} is not a finite number`, value }]);
    const close = nearest(name, termNames);
    const near = close === undefined ? {} : { nearest: close };
    const message = `a mechanism has no term called “${name}”`;
    throw new InputError([{ code: "unknown-term", path, message, value, allowed: termNames.join(", "), ...near }]);
  }
  return terms;
}

/**
 * Returns the number an observer gives; NaN stands for none.
 *
 * @throws InputError when it is no number.
 */
export function checkedNumber(observer: string, value: number): number {
  if (typeof value === "number") return value;
  const message = `${String(value)} is not a number`;
  throw new InputError([{ code: "wrong-kind", path: `observers.${observer}`, message, value }]);
}
