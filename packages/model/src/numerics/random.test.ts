import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { needs } from "../../../../tests/shared.ts";
import { drawFrom } from "../../test-support/draw-from.ts";
import {
  absorbWords,
  bell,
  byteSum,
  decisionKey,
  derive,
  draw,
  hashText,
  integer,
  type Key,
  rootKey,
  schoolBell,
  schoolDraw,
  schoolUniform,
  standardise,
  uniform,
} from "./random.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });
const key = fc.record({ a: word, b: word });

/** Returns the key of a decision in a month, derived in the order that the engine uses. */
function monthKey(replicate: number, decision: string, month: number): Key {
  const district = derive(derive(rootKey("uptake"), replicate), hashText("colorado-springs-d11"));
  return decisionKey(district, hashText(decision), month);
}

/** Returns the key of a decision in a month and a school. */
function keyOf(replicate: number, decision: string, month: number, school: string): Key {
  return derive(monthKey(replicate, decision, month), hashText(school));
}

/** Folds the first million draws, slots fastest, then schools, decisions, months and replicates, into one number. */
function millionDraws(): number {
  const decisions = ["awareness", "trying", "lapsing", "owning", "exit", "move", "hire"];
  let sum = 0;
  for (let n = 0, block = 0; n < 1_000_000; block++) {
    const school = block % 100;
    const decision = Math.floor(block / 100) % 7;
    const month = Math.floor(block / 700) % 36;
    const { a, b } = keyOf(Math.floor(block / 25200), decisions[decision] as string, month, String(school + 1));
    for (let slot = 0; slot < 40; slot++, n++) sum = ((sum << 5) | (sum >>> 27)) ^ draw(a, b, slot);
  }
  return sum >>> 0;
}

/** Returns the known answers as lines, as the C program beside the benchmarks prints them. */
function knownAnswers(): string[] {
  const texts = ["", "a", "uptake", "trying", "colorado-springs-d11", "1"];
  const { a, b } = keyOf(3, "trying", 34, "7");
  return [
    ...texts.map((text) => `hashText "${text}" ${hashText(text).w0 >>> 0} ${hashText(text).w1 >>> 0}`),
    ...texts.slice(0, 3).map((text) => `rootKey "${text}" ${rootKey(text).a >>> 0} ${rootKey(text).b >>> 0}`),
    `key ${a >>> 0} ${b >>> 0}`,
    ...[0, 1, 2, 3, 4].map((slot) => `draw ${draw(a, b, slot)}`),
    `L0 ${millionDraws()}`,
  ];
}

describe("known answers", () => {
  // A change here changes every result: it needs a line under "Results change" in the changelog.
  test("are as they always were", () => {
    expect(knownAnswers()).toEqual([
      'hashText "" 3770332432 2709779387',
      'hashText "a" 3993327588 232342172',
      'hashText "uptake" 880497109 3944073032',
      'hashText "trying" 1035336361 1366638584',
      'hashText "colorado-springs-d11" 424550747 2462388511',
      'hashText "1" 2542356368 3669723448',
      'rootKey "" 3075659232 2661674516',
      'rootKey "a" 3794514239 2435685350',
      'rootKey "uptake" 2117996719 216473351',
      "key 1209308719 3368054278",
      "draw 1183921311",
      "draw 3889843745",
      "draw 1050508022",
      "draw 2923346973",
      "draw 3415907056",
      "L0 2600425573",
    ]);
  });

  test("are those of the C translation that the statistical tests run on", (context) => {
    needs(context, "a C compiler (cc)", spawnSync("cc", ["--version"]).status === 0);
    const source = fileURLToPath(new URL("../../bench/random/smallcrush.c", import.meta.url));
    const folder = mkdtempSync(join(tmpdir(), "uptake-"));
    try {
      const program = join(folder, "smallcrush");
      execFileSync("cc", ["-O2", "-ffp-contract=off", "-o", program, source, "-lm"]);
      expect(knownAnswers()).toEqual(execFileSync(program, ["known"], { encoding: "utf8" }).trim().split("\n"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("draws", () => {
  /** Returns the chi-square statistic of `count` draws over 256 classes, 255 degrees of freedom. */
  function chiSquare(count: number, classOf: (i: number) => number): number {
    const seen = new Float64Array(256);
    for (let i = 0; i < count; i++) {
      const at = classOf(i);
      seen[at] = (seen[at] as number) + 1;
    }
    return seen.reduce((sum, n) => sum + (n - count / 256) ** 2 / (count / 256), 0);
  }

  const k = keyOf(0, "trying", 0, "1");
  const next = (i: number) => drawFrom(k, i + 1);
  test.for([
    ["high byte over slots", (i: number) => drawFrom(k, i) >>> 24],
    ["low byte over slots", (i: number) => drawFrom(k, i) & 255],
    ["high bits of neighbouring slots", (i: number) => ((drawFrom(k, i) >>> 28) << 4) | (next(i) >>> 28)],
    ["low bits of neighbouring slots", (i: number) => ((drawFrom(k, i) & 15) << 4) | (next(i) & 15)],
    ["high byte over months", (i: number) => drawFrom(keyOf(0, "exit", i, "1"), 7) >>> 24],
    ["high byte over replicates", (i: number) => drawFrom(keyOf(i, "exit", 0, "1"), 7) >>> 24],
    ["high byte over schools", (i: number) => drawFrom(keyOf(0, "exit", 0, String(i)), 0) >>> 24],
    ["high byte over decisions", (i: number) => drawFrom(keyOf(0, `decision ${i}`, 0, "1"), 0) >>> 24],
    ["high byte over seeds", (i: number) => drawFrom(rootKey(String(i)), 0) >>> 24],
  ] as const)("spread evenly: %s", ([, classOf]) => {
    // 255 ± 4 standard deviations (22.6 each).
    const chi2 = chiSquare(50_000, classOf);
    expect(chi2).toBeGreaterThan(165);
    expect(chi2).toBeLessThan(345);
  });

  property.prop([key, word])("are unsigned 32-bit integers, and the same ones each time", (k, slot) => {
    const value = drawFrom(k, slot);
    expect(value).toBe(value >>> 0);
    expect(drawFrom({ ...k }, slot)).toBe(value);
  });

  property.prop([key, fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 })])(
    "differ between slots of one key",
    (k, slot, step) => {
      expect(drawFrom(k, slot)).not.toBe(drawFrom(k, slot + step));
    },
  );

  property.prop([key, word, fc.integer({ min: 1, max: 1e6 })])("stay in their ranges", (k, slot, below) => {
    expect(uniform(k, slot)).toBeGreaterThanOrEqual(0);
    expect(uniform(k, slot)).toBeLessThan(1);
    const whole = integer(k, slot, below);
    expect(Number.isInteger(whole) && whole >= 0 && whole < below).toBe(true);
    expect(Math.abs(bell(k, slot))).toBeLessThan(3.4642);
  });

  test("make a bell of mean 0 and variance within 1% of 1", () => {
    expect([byteSum(0), byteSum(0xffffffff), byteSum(0x01020304)]).toEqual([0, 1020, 10]);
    // Four bytes, each uniform over 0 … 255: the exact moments.
    let mean = 0;
    let square = 0;
    for (let byte = 0; byte < 256; byte++) {
      mean += (4 * standardise(510 + (byte - 127.5))) / 256;
      square += (4 * standardise(510 + (byte - 127.5)) ** 2) / 256;
    }
    expect(mean).toBeCloseTo(0, 12);
    expect(Math.abs(square - 1)).toBeLessThan(0.01);
    const drawn = Array.from({ length: 100_000 }, (_, i) => bell(k, i));
    expect(Math.abs(drawn.reduce((sum, x) => sum + x, 0) / drawn.length)).toBeLessThan(0.012);
  });
});

describe("keys", () => {
  property.prop([key, word, word])("may be absorbed in place", (parent, w0, w1) => {
    const apart = absorbWords(parent, w0, w1, { a: 0, b: 0 });
    const inPlace = { ...parent };
    expect(absorbWords(inPlace, w0, w1, inPlace)).toBe(inPlace);
    expect(inPlace).toEqual(apart);
    expect(derive(parent, { w0, w1 })).toEqual(apart);
    expect(derive(parent, w0)).toEqual(absorbWords(parent, w0, w0, { a: 0, b: 0 }));
  });

  property.prop([key, word, word])("differ in both words whenever the numbers differ", (parent, m, n) => {
    fc.pre(m !== n);
    expect(derive(parent, m).a).not.toBe(derive(parent, n).a);
    expect(derive(parent, m).b).not.toBe(derive(parent, n).b);
  });

  property.prop([word, fc.string(), fc.nat(120), fc.string(), fc.nat(1000)])(
    "of a school need no key object of their own",
    (replicate, decision, month, school, slot) => {
      const before = monthKey(replicate, decision, month);
      const own = keyOf(replicate, decision, month, school);
      expect(schoolDraw(before, hashText(school), slot)).toBe(drawFrom(own, slot));
      expect(schoolUniform(before, hashText(school), slot)).toBe(uniform(own, slot));
      expect(schoolBell(before, hashText(school), slot)).toBe(bell(own, slot));
      expect(before).toEqual(monthKey(replicate, decision, month));
    },
  );

  test("depend on the order of absorption", () => {
    const root = rootKey("a");
    expect(derive(derive(root, 1), 2)).not.toEqual(derive(derive(root, 2), 1));
    expect(derive(derive(root, hashText("exit")), 3)).not.toEqual(derive(derive(root, 3), hashText("exit")));
  });

  test('differ for all seeds "a" to "zz"', () => {
    const letters = "abcdefghijklmnopqrstuvwxyz".split("");
    const seeds = [...letters, ...letters.flatMap((x) => letters.map((y) => x + y))];
    const words = new Set(seeds.map(rootKey).flatMap(({ a, b }) => [`a${a}`, `b${b}`]));
    expect(words.size).toBe(2 * 702);
  });

  test("differ for the first 100,000 numbers as seeds and as names", () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => String(i));
    expect(new Set(numbers.map((n) => `${rootKey(n).a} ${rootKey(n).b}`)).size).toBe(100_000);
    expect(new Set(numbers.map((n) => `${hashText(n).w0} ${hashText(n).w1}`)).size).toBe(100_000);
  });
});
