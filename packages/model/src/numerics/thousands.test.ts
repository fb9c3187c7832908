import { expect, test } from "vitest";
import { thousands } from "./thousands.ts";

test.for<[value: number, text: string]>([
  [0, "0"],
  [999.4, "999"],
  [999.5, "1,000"],
  [12500, "12,500"],
  [-1234567, "-1,234,567"],
])("%d is written %s", ([value, text]) => expect(thousands(value)).toBe(text));
