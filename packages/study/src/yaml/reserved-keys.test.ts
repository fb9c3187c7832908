import { InputError, type Issue } from "@uptake/model";
import { expect, test } from "vitest";
import { readFile } from "../questions/read-file.ts";
import { readYaml } from "./read-yaml.ts";
import { reservedKeysIn } from "./reserved-keys.ts";

const placesOf = (text: string) => reservedKeysIn(text).map(({ line, column }) => [line, column]);

test.for<[string, string, ...(readonly number[])[]]>([
  ["a key", '{"__proto__": 1}', [1, 2]],
  ["a key within, after others", '{\n  "a": 1,\n  "b": [{ "__proto__" : {} }]\n}', [3, 11]],
  ["each of several", '{"__proto__": {"__proto__":\n1},\n"__proto__": 2}', [1, 2], [1, 16], [3, 1]],
  ["one written in numbers", '{"a": "\\"", "\\u005f_prot\\u006f__": 1}', [1, 13]],
  ["no value", '{"a": "__proto__", "b": ["__proto__"]}'],
  ["no part of another key", '{"__proto__s": 1, "my__proto__": "\\u005f"}'],
  ["none behind a backslash at the end of a text", '{"a\\\\": "__proto__"}'],
])("of JSON %s is found where it stands", ([, text, ...places]) => {
  JSON.parse(text);
  expect(placesOf(text)).toEqual(places);
});

test("of a long text the first hundred are listed", () => {
  expect(reservedKeysIn(`[${Array(500).fill('{"__proto__":1}').join(",")}]`)).toHaveLength(100);
});

test.for([
  "factors:\n  strategy: [mandate]\n  __proto__: [0.5]\n",
  '{"factors": {"strategy": ["mandate"],\n\n "__proto__": [0.5]}}',
  "factors:\n  strategy: [mandate]\n  ? '__proto__'\n  : [0.5]\n",
])("of YAML the key is refused, not dropped: %j", (text) => {
  try {
    readYaml(text);
  } catch (error) {
    expect((error as InputError).issues).toMatchObject([{ code: "reserved-key", line: 3 }]);
    return;
  }
  expect.unreachable();
});

test("of YAML the key and one that comes again are left out where they are to be listed, and the rest is read", () => {
  const issues: Issue[] = [];
  const text = "a: 1\n__proto__: { b: 2 }\nc: { d: 3, __proto__: 4, d: 5 }\ne: 6\n";
  const { value, place } = readYaml(text, issues);
  expect(value).toEqual({ a: 1, c: { d: 3 }, e: 6 });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(place("e")).toEqual({ line: 4, column: 1 });
  expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
    ["reserved-key", 2, 1],
    ["reserved-key", 3, 12],
    ["duplicate-key", 3, 26],
  ]);
  const merged: Issue[] = [];
  expect(() => readYaml("a: &a { b: 1 }\nc: { <<: *a }\n__proto__: 1\n", merged)).toThrow(InputError);
  expect(merged).toEqual([]);
});

test("of YAML a value of that name is read", () => {
  expect(readYaml("name: __proto__\nlist: [__proto__]").value).toEqual({ name: "__proto__", list: ["__proto__"] });
});

test("pages refuse a district and a receipt with the key", async () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  for (const text of ['{"schools": [],\n "__proto__": {}}', '{"checksums": "",\n "__proto__": {}}']) {
    const read = await readFile({ name: "a.json", bytes: bytes(text) }, {} as never);
    expect(read).toMatchObject({ kind: "nothing", issues: [{ code: "reserved-key", line: 2, column: 2 }] });
  }
});
