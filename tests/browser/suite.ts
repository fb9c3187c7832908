import type { BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { type BrowserName, openPage, type Visit } from "./driver.ts";
import { open, type Site } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The browser that the test project runs in. */
    browser: BrowserName;
  }
}

/** Holds what the tests of a page share. */
export interface Suite {
  readonly site: Site;
  /** Opens a page by its name and query, as in `compare?v=1`; whatever goes wrong on it fails the test. */
  go(address?: string, options?: BrowserContextOptions): Promise<Visit>;
}

/**
 * Registers tests that need only one browser, since nothing in them hangs on which: what pages say of links, files and
 * numbers, and what they do when a worker dies. What readers do with hand and eye is tested in both.
 */
export function inChromiumAlone(register: () => void): void {
  if (inject("browser") === "Chromium") register();
}

/** Starts the project's browser for a file of tests; closes pages after each test, which fails on any fault of theirs. */
export function suite(): Suite {
  let site: Site | undefined;
  const visits: Visit[] = [];
  beforeAll(async () => {
    site = await open(inject("browser"));
  });
  afterAll(() => site?.close());
  afterEach(async () => {
    const found = visits.flatMap(({ faults }) => faults);
    await Promise.all(visits.splice(0).map(({ context }) => context.close()));
    expect(found).toEqual([]);
  });
  const started = (): Site => {
    if (!site) throw new Error("The browser starts before the first test.");
    return site;
  };
  return {
    get site() {
      return started();
    },
    async go(address = "", options = {}) {
      const { driver, address: root } = started();
      const made = await openPage(driver, `${root}${address}`, options);
      visits.push(made);
      return made;
    },
  };
}
