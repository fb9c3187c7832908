import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage } from "./driver.ts";
import { open, type Site } from "./site.ts";
import "./suite.ts";

let site: Site;
beforeAll(async () => {
  site = await open(inject("browser"));
});
afterAll(() => site.close());

test("a page whose scripts fail, complain or ask other hosts is at fault", async () => {
  const { page, context, faults } = await openPage(site.driver, site.address);
  expect(faults).toEqual([]);
  const reached = await page.evaluate(async () => {
    console.warn("a warning");
    console.error("an error");
    setTimeout(() => {
      throw new Error("a throw");
    });
    void Promise.reject(new Error("a rejection"));
    await fetch("not-there").catch(String);
    return fetch("http://example.com/", { mode: "no-cors" }).then(
      () => true,
      () => false,
    );
  });
  expect(reached).toBe(false);
  for (const fault of ["warning: a warning", "error: an error", "uncaught: a throw", "uncaught: a rejection"])
    await expect.poll(() => faults).toContain(fault);
  await expect.poll(() => faults).toContain(`404: ${site.address}not-there`);
  await expect.poll(() => faults.filter((each) => each.includes("example.com"))).not.toEqual([]);
  await context.close();
});

test("a page is as wide and as dark as is asked", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: 390, height: 844 };
    const { page, context } = await openPage(site.driver, site.address, { colorScheme, viewport });
    const seen = await page.evaluate(() => ({
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      width: innerWidth,
      height: innerHeight,
    }));
    expect(seen).toEqual({ dark: colorScheme === "dark", ...viewport });
    await context.close();
  }
});

test("a page is never opened otherwise than asked", async () => {
  const opened = openPage(site.driver, site.address, { forcedColors: "active" });
  if (site.driver.name === "Firefox") await expect(opened).rejects.toThrow("Firefox cannot be told forcedColors.");
  else {
    const { page, context } = await opened;
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    await context.close();
  }
});
