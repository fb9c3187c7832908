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
  test("is read without its byte-order mark", () => expect(textOfFile(bytes("\uFEFFschool\n"))).toBe("school\n"));
  test.for([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d], "picture"],
    ["a spreadsheet", [0x50, 0x4b, 0x03, 0x04, 0x14], "spreadsheet"],
    ["nothing", [], "empty"],
    ["space", [0x20, 0x0a], "empty"],
    ["UTF-16", [0xff, 0xfe, 0x41, 0x00], "not-utf-8"],
    ["Latin-1", [0x41, 0xe9, 0x41], "not-utf-8"],
    ["zeros", [0x41, 0x00], "not-text"],
  ] as const)("of %s is refused by its name", ([, given, code]) => expect(codeOf(Uint8Array.from(given))).toBe(code));
  test("of 50 MB is refused with the limit", () => {
    expect(codeOf(new Uint8Array(mostFileBytes + 1))).toBe("too-large");
    expect(tooLarge(50 * 1024 * 1024).message).toBe("the file has 50 MB; the limit is 32 MB");
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
