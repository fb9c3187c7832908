/// <reference lib="dom" />
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** The repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

const dist = join(root, "notebooks/dist");

/** Where the site stands: under a path, since it need not have a host of its own. */
const path = "/a/sub-path/";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** Serves the built site, its files under the host's own `policy` where there is one. */
async function serve(policy?: string): Promise<Server> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const inside = asked.startsWith(path) ? normalize(asked.slice(path.length)) : "..";
    const file = join(dist, inside === "" || inside === "." || inside === "/" ? "index.html" : inside);
    if (inside.startsWith("..") || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      ...(policy === undefined ? {} : { "content-security-policy": policy }),
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Holds the site, served, and a browser that finds no other host. */
export interface Site {
  readonly origin: string;
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Serves the site and starts Debian's Chromium. */
export async function open(policy?: string): Promise<Site> {
  const server = await serve(policy);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  return {
    origin,
    address: `${origin}${path}`,
    browser,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Holds a page and what went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings, failed and foreign requests. */
  readonly faults: string[];
}

/** Opens a page of the site, with its workers counted in `window.workers`. */
export async function visit(site: Site, query = "", options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== site.origin && !["data:", "blob:"].includes(protocol)) faults.push(`foreign: ${request.url()}`);
  });
  await page.addInitScript(() => {
    const made: Worker[] = [];
    Object.assign(window, { workers: made });
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        made.push(this);
      }
    };
  });
  await page.goto(`${site.address}${query}`);
  await page.locator(".chart-fan svg").waitFor();
  return { page, context, faults };
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
      answer: text(".answer"),
      chart: document.querySelector(".chart-fan svg")?.getAttribute("aria-label") ?? "",
      cards: [...document.querySelectorAll(".card-value")].map((card) => card.textContent ?? ""),
      caption: text(".tune-figure .caption"),
      query: location.search,
    };
  });
}

/** Waits until every run of the page's setting is on show, and the setting is in the address. */
export async function settle(page: Page): Promise<Reading> {
  const shown = () => {
    const { dataset } = document.querySelector(".chart-fan") as HTMLElement;
    return dataset["settled"] === location.search;
  };
  await page.waitForFunction(shown, undefined, { timeout: 50_000 });
  return read(page);
}

/** Runs of the first state, which are computed when the site is built. */
export const startRuns = 256;
