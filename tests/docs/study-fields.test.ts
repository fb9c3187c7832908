import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKinds, shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { studySchema } from "../../packages/cli/src/studies/study-schema.ts";
import { root } from "./pages.ts";

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const { anyOf: forms, $defs: defs } = studySchema(await loadKinds(shippedKinds)) as unknown as {
  readonly anyOf: readonly { readonly properties: Readonly<Record<string, Schema & { readonly const?: string }>> }[];
  readonly $defs: Readonly<Record<string, Schema>>;
};

/** Lists the paths of all named fields within a schema, in the words of the guide. */
function paths(schema: Schema, path: string): string[] {
  if (schema.$ref) return paths(defs[schema.$ref.replace("#/$defs/", "")] as Schema, path);
  const named = Object.entries(schema.properties ?? {});
  if (Object.keys(schema.additionalProperties || {}).length > 0)
    named.push(["NAME", schema.additionalProperties as Schema]);
  const lists = [...(schema.items ? [schema.items] : []), ...(schema.prefixItems ?? [])];
  return [
    ...named.flatMap(([name, one]) => [`${path}.${name}`, ...paths(one, `${path}.${name}`)]),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => paths(one, path)),
    ...lists.flatMap((one) => paths(one, `${path}[]`)),
  ];
}

const common = ["version", "kind", "name", "seed", "scenario"];
const page = readFileSync(join(root, "docs/guide/studies.md"), "utf8");

/** Reads the rows of the table of a kind: field, meaning, what it takes and default. */
function rowsOf(kind: string): string[][] {
  const [, table = ""] = new RegExp(`^<!-- generated: study ${kind} -->\\n([\\s\\S]*?)^<!-- end`, "m").exec(page) ?? [];
  return [...table.matchAll(/^\| (`.*) \|$/gm)].map(([, row]) =>
    (row as string).split(/(?<!\\)\|/).map((cell) => cell.trim()),
  );
}

test("a nested field is found in groups, unions, lists and under names", () => {
  const leaf = { type: "number" };
  const group = { properties: { a: leaf, b: { items: { anyOf: [leaf, { properties: { c: leaf } }] } } } };
  expect(paths({ properties: { one: group, two: { additionalProperties: group } } }, "")).toEqual([
    ".one",
    ".one.a",
    ".one.b",
    ".one.b[].c",
    ".two",
    ".two.NAME",
    ".two.NAME.a",
    ".two.NAME.b",
    ".two.NAME.b[].c",
  ]);
});

test.for(shippedKinds.map(({ kind }) => kind))(
  "every field of %s has a row that says what it means and takes",
  (kind) => {
    const own = forms.filter(({ properties }) => properties["kind"]?.const === kind);
    const fields = own.flatMap(({ properties }) =>
      Object.entries(properties)
        .filter(([name]) => !common.includes(name))
        .flatMap(([name, one]) => [name, ...paths(one, name)]),
    );
    expect(fields).not.toEqual([]);
    const rows = rowsOf(kind);
    expect(rows.map(([field = ""]) => field.slice(1, -1)).sort()).toEqual([...new Set(fields)].sort());
    for (const [, meaning, takes] of rows) {
      expect(meaning).toMatch(/^[A-Z].{3,}/);
      expect(takes).toMatch(/\w/);
    }
    expect(rows.join("\n")).not.toMatch(/a group of fields|undefined/);
  },
);
