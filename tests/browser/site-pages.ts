import type { Page } from "playwright-core";

/** Describes a page of the site to the tests that all pages pass. */
export interface SitePage {
  /** Its address, as in `compare`; empty for the first page. */
  readonly path: string;
  /** Query with a small plan, answered in seconds, and part of the page to go to. */
  readonly query: string;
  /** Finds what is there once the page has answered. */
  readonly answered: string;
  /** Figures that the plan has, each of which can stand alone. */
  readonly figures: readonly string[];
  /** Seed of its figures (default `uptake`). */
  readonly seed?: string;
  /** Finds a slider, where the page has one. */
  readonly slider?: string;
  /** Changes the plan otherwise. */
  readonly change?: (page: Page) => Promise<void>;
  /** Opens what is closed at first. */
  readonly open?: (page: Page) => Promise<void>;
}

const place = "v=2&m=0.1.0&district=small-rural&strategy=coaching-only";
const goal = "horizon=36&target.share=0.3&target.month=22";

/** A plan that is answered in seconds. */
export const small = `?${place}&${goal}&replicates=25`;

const pins = ["leadership-first", "mandate", "institutes-only"].map((name, i) =>
  [
    `pin${i + 1}=A+plan+of+a+long+name+called+${name}&pin${i + 1}.district=small-rural&pin${i + 1}.strategy=${name}`,
    ...goal.split("&").map((field) => `pin${i + 1}.${field}`),
  ].join("&"),
);

const mandate = (page: Page): Promise<void> => page.locator("[data-name=mandate]").click();

/** The pages, in the order of the navigation. */
export const sitePages: readonly SitePage[] = [
  {
    path: "",
    query: small,
    answered: ".chart-fan[data-settled]",
    figures: ["fan", "added", "tiers", "ledger", "funnel", "bottlenecks"],
    slider: "#control-time",
    async open(page) {
      await page.getByRole("button", { name: /^All \d+ settings/ }).click();
      await page.locator(".lever-evidence summary").first().click();
    },
  },
  {
    path: "take",
    query: `${small}&take.budget=500000`,
    answered: ".tune-figure:is([data-stage^=first], [data-stage^=shipped])",
    figures: ["chances", "frontier"],
    slider: "#control-target",
  },
  {
    path: "compare",
    query: `${small}&${pins.join("&")}`,
    answered: ".chart-lines[data-settled]",
    figures: ["lines", "difference"],
    change: (page) =>
      page
        .getByRole("button", { name: /^Remove: / })
        .first()
        .click(),
  },
  {
    path: "matters",
    query: small.replace("month=22", "month=10"),
    answered: ".chart-map[data-settled]",
    figures: ["deciding", "beliefs", "variance", "wedges", "map"],
    change: mandate,
  },
  {
    path: "break",
    query: `${small.replace("=25", "=50")}&shocks.0.kind=budget-cut&shocks.0.month=14`,
    answered: ".chart-success[data-settled]",
    figures: ["curve", "difference", "harm", "success", "regret"],
    slider: "#control-target-share",
  },
  {
    path: "sure",
    query: `${small}&parameters.values.exit.novice=0.21#support.floor`,
    answered: ".chart-fan[data-settled]",
    figures: ["fan"],
    slider: '[id="support.floor"] input[type=range]',
    async open(page) {
      await page.locator(".pattern summary").first().click();
      await page.locator(".pattern tbody tr").first().waitFor();
    },
  },
  {
    path: "inside",
    query: small,
    answered: ".inside-page[aria-busy=false]:has(.story-body details) .chart-district[data-settled]",
    figures: ["district", "stages"],
    slider: "#film-month",
  },
  { path: "data", query: small, answered: ".chart-here[data-settled]", figures: ["here"], change: mandate },
  {
    path: "lessons",
    query: `${small}&lessons.moved=6loss:0`,
    answered: ".chart-lesson-guidance[data-settled]",
    figures: ["lesson-vision", "lesson-investment", "lesson-guidance"],
    seed: "lesson cards",
    slider: "#control-vision-loss",
    open: (page) => page.locator("#page .network summary").first().click(),
  },
];

/** Puts an address together from a page and a query, a part of the page last. */
export function addressOf({ path, query }: Pick<SitePage, "path" | "query">, more = ""): string {
  const [fields = "", part] = query.split("#");
  return `${path}${fields}${more}${part === undefined ? "" : `#${part}`}`;
}
