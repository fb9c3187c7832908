/// <reference lib="dom" />
import type { BrowserContextOptions, Page } from "playwright-core";
import { type BrowserName, type Driver, drive, openPage, type Visit } from "./driver.ts";
import { type Served, serve } from "./serve.ts";

/** Holds the site, served, and a browser that finds no other host. */
export interface Site extends Omit<Served, "close"> {
  readonly driver: Driver;
  close(): Promise<void>;
}

/** Serves the site, or that of another folder, under the host's own `policy` where there is one, and starts a browser. */
export async function open(browser: BrowserName, policy?: string, folder?: string): Promise<Site> {
  const [{ close, ...served }, driver] = await Promise.all([serve(policy, folder), drive(browser)]);
  return {
    ...served,
    driver,
    async close() {
      await driver.close();
      close();
    },
  };
}

/** Opens the home page and waits for its chart. */
export async function visit(site: Site, query = "", options: BrowserContextOptions = {}): Promise<Visit> {
  const made = await openPage(site.driver, `${site.address}${query}`, options);
  await made.page.locator(".chart-fan svg").waitFor();
  return made;
}

/** What a reader takes from the page. */
export interface Reading {
  readonly answer: string;
  readonly chart: string;
  readonly cards: readonly string[];
  readonly caption: string;
  readonly query: string;
}

/** Reads what is on show. */
export async function read(page: Page): Promise<Reading> {
  return page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
    return {
      answer: text("#page .answer"),
      chart: document.querySelector(".chart-fan svg")?.getAttribute("aria-label") ?? "",
      cards: [...document.querySelectorAll(".card-value")].map((card) => card.textContent ?? ""),
      caption: text("#page .figure-source"),
      query: location.search,
    };
  });
}

/** Waits until every run of the page's setting is on show, and the setting is in the address, or is `query`. */
export async function settle(page: Page, query?: string): Promise<Reading> {
  const shown = (wanted: string | null) => {
    const chart = document.querySelector<HTMLElement>(".chart-fan");
    return chart?.dataset["settled"] === (wanted ?? location.search);
  };
  // What was changed a moment ago is drawn in the next frame; until then the page is settled on what was before.
  await page.evaluate(
    () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
  await page.waitForFunction(shown, query ?? null, { timeout: 50_000 });
  return read(page);
}
