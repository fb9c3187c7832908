import { expect, test } from "vitest";
import { studyKinds } from "./index.ts";
import { shippedKinds } from "./kind-heads.ts";

test("the heads are those of the kinds, in their order", async () => {
  expect(shippedKinds.heads).toEqual(studyKinds.map(({ kind, doc }) => ({ kind, doc })));
  expect(await shippedKinds.load()).toBe(studyKinds);
});
