// Drives Debian's Chromium and Debian's Firefox by one set of commands: Playwright's, over CDP and over WebDriver BiDi.

/// <reference lib="dom" />
import { readFile } from "node:fs/promises";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
  type Locator,
  type Page,
} from "playwright-core";

/** The browsers that the pages are tested in. */
export const browserNames = ["Chromium", "Firefox"] as const;
export type BrowserName = (typeof browserNames)[number];

type Scheme = "light" | "dark";

/** What Firefox cannot be told for one page; tests of these run in Chromium. */
const beyondFirefox = [
  "contrast",
  "forcedColors",
  "hasTouch",
  "isMobile",
  "javaScriptEnabled",
  "reducedMotion",
] as const;

/** Returns the path of a browser's program: Debian's, or what `CHROMIUM` or `FIREFOX` is set to. */
export function programOf(name: BrowserName): string {
  return process.env[name.toUpperCase()] ?? (name === "Firefox" ? "/usr/bin/firefox-esr" : "/usr/bin/chromium");
}

/** Starts a browser that finds no host but this machine. */
function start(name: BrowserName, scheme: Scheme): Promise<Browser> {
  if (name === "Firefox")
    return firefox.launch({
      channel: "moz-firefox",
      executablePath: programOf(name),
      firefoxUserPrefs: {
        "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
        "dom.events.testing.asyncClipboard": true, // reads the clipboard without asking
        "network.proxy.type": 1, // the port of no proxy: other hosts cannot be reached
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
      },
    });
  return chromium.launch({
    executablePath: programOf(name),
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
}

/** Holds a browser under way. */
export interface Driver {
  readonly name: BrowserName;
  readonly version: string;
  /** Opens an empty profile, 1280 × 900 and light unless told otherwise; fails on what the browser cannot be told. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts a browser. Firefox takes its scheme when it starts, so a second one starts when the dark one is asked for. */
export async function drive(name: BrowserName): Promise<Driver> {
  const started = new Map<Scheme, Promise<Browser>>();
  const browser = (scheme: Scheme): Promise<Browser> => {
    const made = started.get(scheme) ?? start(name, scheme);
    started.set(scheme, made);
    return made;
  };
  const version = (await browser("light")).version();
  return {
    name,
    version,
    async context(options = {}) {
      const beyond = beyondFirefox.filter((each) => options[each] !== undefined);
      if (name === "Firefox" && beyond.length > 0) throw new Error(`Firefox cannot be told ${beyond.join(", ")}.`);
      const dark = name === "Firefox" && options.colorScheme === "dark";
      const context = await (await browser(dark ? "dark" : "light")).newContext({
        viewport: { width: 1280, height: 900 },
        ...(name === "Chromium" ? { permissions: ["clipboard-read", "clipboard-write"] } : {}),
        ...options,
      });
      context.setDefaultTimeout(60_000); // two browsers at once are slow
      // Pages go on without an answer of the site that takes seconds to come; here it is waited for on any machine.
      await context.addInitScript(() => {
        AbortSignal.timeout = () => new AbortController().signal;
      });
      return context;
    },
    async close() {
      await Promise.all([...started.values()].map(async (each) => (await each).close()));
    },
  };
}

/** What Chromium and Firefox say of requests that a page had under way when the reader went on to another. */
const leftBehind = new Set(["net::ERR_ABORTED", "NS_BINDING_ABORTED"]);

/** Holds a page and what went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings, failed and foreign requests. */
  readonly faults: string[];
}

/** Opens an address, with its faults noted from the first on, and its workers kept in `window.workers`. */
export async function openPage(driver: Driver, address: string, options?: BrowserContextOptions): Promise<Visit> {
  const home = new URL(address).origin;
  const context = await driver.context(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (!leftBehind.has(why)) faults.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== home && !["data:", "blob:"].includes(protocol)) faults.push(`foreign: ${request.url()}`);
  });
  await page.addInitScript(() => {
    // Firefox does not tell of this otherwise.
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`against the policy of the page: ${effectiveDirective} ${blockedURI} ${sample}`),
    );
    const made: Worker[] = [];
    Object.assign(window, { workers: made });
    window.Worker = class extends Worker {
      asked = false;
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        made.push(this);
      }
      override postMessage(message: unknown, how?: Transferable[] | StructuredSerializeOptions): void {
        this.asked = true;
        super.postMessage(message, how as Transferable[]);
      }
    };
  });
  await page.goto(address);
  return { page, context, faults };
}

/**
 * Ends all workers of a page, as a browser that is short of memory does, once one of them was asked for something and, where
 * `when` is given, as soon as what it finds says so; returns how many there were. It watches within the page, where nothing
 * that is said passes unseen.
 */
export function killWorkers(page: Page, when?: { readonly find: string; readonly says: RegExp }): Promise<number> {
  return page.evaluate(
    async ({ find, says }) => {
      const { workers } = window as unknown as { workers: (Worker & { readonly asked: boolean })[] };
      const said = new RegExp(says);
      const due = (): boolean =>
        workers.some(({ asked }) => asked) &&
        (find === "" || said.test(document.querySelector(find)?.textContent ?? ""));
      await new Promise<void>((seen) => {
        const timer = setInterval(() => look());
        const observer = new MutationObserver(() => look());
        const look = (): void => {
          if (!due()) return;
          clearInterval(timer);
          observer.disconnect();
          seen();
        };
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      });
      const alive = workers.splice(0);
      for (const worker of alive) {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent("error", { message: "killed" }));
      }
      return alive.length;
    },
    { find: when?.find ?? "", says: when?.says.source ?? "" },
  );
}

/** Types a text in place of what stands in a field, key by key: what is set at once is no change of the reader's in Firefox. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(text);
}

/** Moves a slider by mouse from one share of its length to another, in 20 steps; `during` runs before the mouse lets go. */
export async function drag(
  page: Page,
  label: string,
  [from, to]: readonly [number, number],
  during: () => Promise<void> = async () => {},
): Promise<void> {
  const slider = page.getByRole("slider", { name: label, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`No slider “${label}” is on show.`);
  const y = box.y + box.height / 2;
  const at = (share: number): number => box.x + box.width * share;
  await page.mouse.move(at(from), y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(at(from + ((to - from) * step) / 20), y);
  await during();
  await page.mouse.up();
}

/** Does what makes the page offer a file, and gives the file. */
export async function fileFrom(page: Page, act: () => Promise<void>): Promise<{ file: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const content = await readFile(await download.path());
  await download.delete(); // Firefox would give the next one of this name another name
  return { file: download.suggestedFilename(), content };
}
