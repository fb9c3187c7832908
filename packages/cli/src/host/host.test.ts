import { afterEach, expect, test, vi } from "vitest";
import { nodeHost } from "./host.ts";

const count = (): number => process.listenerCount("SIGINT");

afterEach(() => vi.restoreAllMocks());

test("hosts listen for Ctrl-C only while a command does", () => {
  const before = count();
  const hosts = Array.from({ length: 20 }, nodeHost);
  expect(count()).toBe(before);
  const ends = hosts.slice(0, 5).flatMap(({ onInterrupt }) => [onInterrupt?.(() => {}), onInterrupt?.(() => {})]);
  expect(count()).toBe(before + 5);
  for (const end of ends) end?.();
  for (const end of ends) end?.();
  expect(count()).toBe(before);
});

test("the first Ctrl-C is told to the latest listener that is left, and a second ends at once", () => {
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  const { onInterrupt } = nodeHost();
  const [first, latest] = [vi.fn(), vi.fn()];
  const [endFirst, endLatest] = [onInterrupt?.(first), onInterrupt?.(latest)];
  endLatest?.();
  process.emit("SIGINT");
  expect([first.mock.calls.length, latest.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0, 0]);
  process.emit("SIGINT");
  expect(exit.mock.calls[0]).toEqual([130]);
  endFirst?.();
});
