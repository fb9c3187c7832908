import { InputError } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { kindOfFile } from "./kind-of-file.ts";
import { mostFileBytes, textOfFile, tooLarge } from "./text-of-file.ts";

function codeOf(bytes: Uint8Array): string | undefined {
  try {
    textOfFile(bytes);
  } catch (error) {
    if (error instanceof InputError) return error.issues[0]?.code;
    throw error;
  }
  return undefined;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the text of a file", () => {
  test("is read without its byte-order mark", () =>
    expect(textOfFile(bytes("\uFEFFschool\n"))).toEqual({ text: "school\n", encoding: "UTF-8" }));
  test.for([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d], "picture"],
    ["a spreadsheet", [0x50, 0x4b, 0x03, 0x04, 0x14], "spreadsheet"],
    ["nothing", [], "empty"],
    ["space", [0x20, 0x0a], "empty"],
    ["half a character of UTF-16", [0xff, 0xfe, 0x41], "not-text"],
    ["a byte that Windows-1252 leaves out", [0x41, 0xe9, 0x81], "not-text"],
    ["control characters", [0x41, 0xe9, 0x07], "not-text"],
    ["zeros", [0x41, 0x00], "not-text"],
  ] as const)("of %s is refused by its name", ([, given, code]) => expect(codeOf(Uint8Array.from(given))).toBe(code));
  test.for<[string, number[], string, string]>([
    ["UTF-8", [0x45, 0xc3, 0xb1, 0xe2, 0x80, 0x99], "Eñ’", "UTF-8"],
    ["Windows-1252", [0x45, 0xf1, 0x92, 0x20, 0x80, 0x96], "Eñ’ €–", "Windows-1252"],
    ["UTF-16, low byte first", [0xff, 0xfe, 0x45, 0x00, 0xf1, 0x00, 0x19, 0x20], "Eñ’", "UTF-16"],
    ["UTF-16, high byte first", [0xfe, 0xff, 0x00, 0x45, 0x00, 0xf1, 0x20, 0x19], "Eñ’", "UTF-16"],
  ])("in %s is read, and how is said", ([, given, text, encoding]) => {
    expect(textOfFile(Uint8Array.from(given))).toEqual({ text, encoding });
  });
  test("in Windows-1252 has every character that it has one for", () => {
    const given = Uint8Array.from({ length: 224 }, (_, i) => i + 32).filter((byte) => byte !== 0x7f);
    const left = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const { text } = textOfFile(given.filter((byte) => !left.includes(byte)));
    expect(text).toContain("}~€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¡¢");
    expect(text.endsWith("ýþÿ")).toBe(true);
    for (const byte of left) expect(codeOf(Uint8Array.of(0x41, byte))).toBe("not-text");
  });
  test("of 50 MB is refused with the limit", () => {
    expect(codeOf(new Uint8Array(mostFileBytes + 1))).toBe("too-large");
    expect(tooLarge(50 * 1024 * 1024).message).toBe("the file has 50 MB; the limit is 32 MB");
    expect(tooLarge(mostFileBytes + 1).message).toBe("the file has a little over 32 MB; the limit is 32 MB");
  });
});

test.for([
  ["schools.csv", "school,level,enrolment", "roster"],
  ["schools.constructor", "school,level,enrolment", "roster"],
  ["schools.__proto__", "school,level,enrolment", "roster"],
  ["surveys.csv", "month,group,adopters,respondents\n4,all,1,2", "series"],
  ["worlds.csv", 'version,"world",trying.intercept', "worlds"],
  ["plan.yaml", "strategy: coaching-only", "scenario"],
  ["plan", "# uptake run\nstrategy: coaching-only", "scenario"],
  ["receipt.json", "{}", "json"],
  ["receipt", '{ "format": 1 }', "json"],
] as const)("%s is told by name and first line", ([name, text, kind]) => expect(kindOfFile(name, text)).toBe(kind));
