import { words } from "../words/kit.js";

// Nothing may be fetched from elsewhere. Framework puts code and styles into the page, hence 'unsafe-inline'; images
// are also made in the page (PNG downloads), hence blob:. The model's pass over teachers is WebAssembly that comes with
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

/** Framework's own head names no language and forbids zooming. */
const repair = `
document.documentElement.lang = ${JSON.stringify(site.language)};
document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";`;

/** Frames every page, as Framework's configuration has it. */
export const page = {
  title: site.name,
  root: "src",
  output: "dist",
  theme: [],
  style: "theme/site.css",
  globalStylesheets: [],
  head: `<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<script>${repair}</script>`,
  header: ({ path }: { readonly path: string }): string => `<div class="frame frame-head">
<a class="name" href="/">${site.name}</a>
<nav aria-label="${site.navigation}">${Object.entries(pages)
    .map(
      ([to, title]) => `<a href="${to}"${to === path.replace(/index$/, "") ? ' aria-current="page"' : ""}>${title}</a>`,
    )
    .join("")}</nav>
</div>`,
  footer: `<div class="frame frame-foot"><span>${footer.doubt}</span></div>`,
  // Plain hosts find no page without its extension.
  preserveExtension: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
};
