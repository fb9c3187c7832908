import { expect, test, vi } from "vitest";
import type { FromWorker } from "./messages.ts";
import { serve } from "./serve.ts";

vi.mock("./answering.ts", () => {
  throw new Error("the server is gone");
});

test("a question whose part cannot be loaded fails, and so does nothing else", async () => {
  const posted: FromWorker[] = [];
  const hear = serve(
    (message) => posted.push(message),
    () => 0,
  );
  await hear({ kind: "end", ask: 1 });
  expect(posted).toEqual([]);
  await hear({ kind: "ask", ask: 2, question: "plan", input: {} });
  expect(posted).toMatchObject([{ kind: "failure", ask: 2, error: { message: expect.any(String) } }]);
});
