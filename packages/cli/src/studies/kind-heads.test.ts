import { expect, test } from "vitest";
import { checkStudy } from "./check-study.ts";
import { loadKinds, shippedKinds } from "./kind-heads.ts";
import { fieldsOf } from "./study-schema.ts";

test("the heads say what the kinds say of themselves", async () => {
  const said = (await loadKinds(shippedKinds)).map(({ kind, doc }) => ({ kind, doc }));
  expect(shippedKinds.map(({ kind, doc }) => ({ kind, doc }))).toEqual(said);
});

test.for(shippedKinds.map(({ kind }) => kind))(
  "a study of kind %s names its fields where one is unknown",
  async (kind) => {
    const [loaded] = await loadKinds(shippedKinds.filter((head) => head.kind === kind));
    const fields = fieldsOf(loaded!);
    const misspelt = fields[0]!.slice(0, -1);
    const check = await checkStudy({ kind, [misspelt]: 1, zzzz: 1 }, shippedKinds);
    const issues = "issues" in check ? check.issues : [];
    const allowed = [...fields, "version", "kind", "name", "seed", "scenario"].join(", ");
    const found = (name: string) => issues.filter(({ path }) => path === name);
    expect(found(misspelt)).toMatchObject([{ code: "unknown-field", nearest: fields[0], allowed }]);
    expect(found("zzzz")).toMatchObject([{ code: "unknown-field", allowed }]);
  },
);

test("a study without its design is not told what one design alone would need", async () => {
  const check = await checkStudy({ kind: "sweep", rows: [{ strategy: "mandate" }], zzzz: 1 }, shippedKinds);
  const issues = "issues" in check ? check.issues : [];
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ["missing", "design"],
    ["unknown-field", "zzzz"],
  ]);
});
