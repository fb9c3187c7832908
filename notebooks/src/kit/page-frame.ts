import { words } from "../words/kit.js";
import { escaped } from "./escaped.js";

// Nothing may be fetched from elsewhere. Framework puts code and styles into the page: a preview lets all of that run, and
// the build puts the hashes of what stands in a page in the place of 'unsafe-inline' (scripts/policy.mjs). Images are
// also made in the page (PNG downloads), hence blob:. The model's pass over teachers is WebAssembly that comes with
// its code; where a host forbids even that, plain JavaScript stands in.
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

const { site, pages, footer } = words;

/** Takes the plan of the address along to every page; a page with a plan of its own keeps it up to date. */
const carry = `for (const link of document.querySelectorAll("a[data-carries]")) link.search = location.search;`;

/** Takes away what stands in a page before any script runs, once the page itself is there. */
const yieldFirst = `{
const first = document.getElementById("first"), page = document.getElementById("page");
if (first && page) new MutationObserver((_, seen) => {
  if (!page.querySelector(":scope > :not(observablehq-loading)")) return;
  first.remove();
  seen.disconnect();
}).observe(page, { childList: true });
}`;

/** Where the site will stand, for those who fetch its picture from elsewhere; without it, addresses are relative. */
const address = typeof process === "undefined" ? "" : (process.env["UPTAKE_ADDRESS"] ?? "");

/** Framework's own head names no language and forbids zooming; zod asks whether it may compile text, which the policy forbids. */
const repair = `
globalThis.__zod_globalConfig = { jitless: true };
document.documentElement.lang = ${JSON.stringify(site.language)};
document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
if (/[?&]v=/.test(location.search)) document.documentElement.dataset.linked = "";
if (/[?&]embed(=|&|$)/.test(location.search)) document.documentElement.dataset.bare = "";`;

/** Frames every page, as Framework's configuration has it. */
export const page = {
  title: site.name,
  root: "src",
  output: "dist",
  theme: [],
  style: "theme/site.css",
  globalStylesheets: [],
  head(title: string = site.name, description: string = site.description): string {
    const described = escaped(description);
    return `<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="description" content="${described}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${described}">
<meta property="og:image" content="${address}share.png">
<meta name="twitter:card" content="summary_large_image">
<link rel="icon" href="data:,">
<script>${repair}</script>`;
  },
  header: ({ path }: { readonly path: string }): string => `<div class="frame frame-head">
<a class="unseen skip" href="#page">${site.skip}</a>
<a class="name" href="/" data-carries>${site.name}</a>
<nav aria-label="${site.navigation}">${Object.entries(pages)
    .map(
      ([to, title]) =>
        `<a data-carries href="${to}"${to === path.replace(/index$/, "") ? ' aria-current="page"' : ""}>${title}</a>`,
    )
    .join("")}</nav>
</div>`,
  footer: `<div class="frame frame-foot"><span>${footer.doubt} <a href="/sure" data-carries>${footer.sources}</a>.</span></div>
<script>${carry}${yieldFirst}</script>`,
  // Plain hosts find no page without its extension.
  preserveExtension: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
};
