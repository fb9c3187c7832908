import { expect, test } from "vitest";
import { loadKinds, shippedKinds } from "./kind-heads.ts";

test("the heads say what the kinds say of themselves", async () => {
  const said = (await loadKinds(shippedKinds)).map(({ kind, doc }) => ({ kind, doc }));
  expect(shippedKinds.map(({ kind, doc }) => ({ kind, doc }))).toEqual(said);
});
