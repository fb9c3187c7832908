import { expect, test } from "vitest";
import type { Value } from "../tables/table.ts";
import { readable } from "./readable.ts";

test.for<[value: Value, unit: string, text: string]>([
  [null, "months", "–"],
  [Number.NaN, "share of teachers", "–"],
  [true, "–", "yes"],
  [false, "–", "no"],
  ["coaching-only", "–", "coaching-only"],
  [0.23456, "share of teachers", "23.5%"],
  [-0.0004, "share of teachers, b less a", "0.0 points"],
  [-0.0314, "share of teachers, difference", "−3.1 points"],
  [0.5, "probability", "50.0%"],
  [1234567.8, "$ of 2024", "$1,234,568"],
  [-1234.4, "$ of 2024", "−$1,234"],
  [4.5, "$ of 2024 per hour", "$4.50"],
  [0, "$ of 2024", "$0"],
  [2026, "year", "2026"],
  [34, "months", "34"],
  [12345, "teachers", "12,345"],
  [-12345.6, "teachers", "−12,346"],
  [3.14159, "log-odds", "3.142"],
  [-0.25, "log-odds", "−0.25"],
  [0.0000123, "hours", "1.23 × 10^−5"],
])("%s in %s", ([value, unit, text]) => expect(readable(value, unit)).toBe(text));
