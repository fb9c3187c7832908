import { expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const { uptake, file } = ownFolder();

test("what is wrong with a scenario file is told in the order of its lines, refused keys among the rest", async () => {
  file(
    "s.yaml",
    "horizon: 0\nparameters:\n  priors:\n    nonsense: 3\n    __proto__: 3\n  draw: sometimes\nlevers: { coaching: { release: 9 } }\ntarget: { share: 80 }\n",
  );
  const { code, out, err } = await uptake("run", "s.yaml", "--threads", "0");
  expect([code, out]).toEqual([2, ""]);
  const told = err.trim().split("\n");
  expect(told.map((line) => line.replace(/^error: ((s\.yaml:\d+:\d+|--threads)).*$/, "$1"))).toEqual([
    ...["--threads", "s.yaml:1:1", "s.yaml:4:5", "s.yaml:5:5", "s.yaml:6:3", "s.yaml:7:23", "s.yaml:8:11"],
  ]);
});

test("a study file with a refused key is still one", async () => {
  file("study.yaml", "kind: run\n__proto__: 1\nscenario: { horizon: 0 }\n");
  const { code, err } = await uptake("run", "study.yaml");
  expect(code).toBe(2);
  expect(err).toMatch(
    /^error: study\.yaml:2:1: __proto__ is no name .*\nerror: study\.yaml:3:13 scenario\.horizon: 0 /,
  );
});
