import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const module = new URL("../../notebooks/scripts/children.mjs", import.meta.url).href;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test.skipIf(process.platform === "win32")(
  "a program that ends takes with it what its programs have started",
  async () => {
    const grandchild = "console.log(process.pid); setInterval(() => {}, 1000)";
    const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" })`;
    const parent = `
    import { endAll, start } from ${JSON.stringify(module)};
    process.on("exit", endAll);
    const child = start(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", (text) => { process.stdout.write(text); process.exit(0); });`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", parent]);
    const pid = Number(stdout.trim());
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
  },
);
