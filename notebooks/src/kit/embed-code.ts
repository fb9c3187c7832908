import { escaped } from "./escaped.js";

/** Writes the HTML that shows one figure of a page alone, with the state that the page's address opens. */
export function embedCode(address: string, figure: string, title: string): string {
  const at = new URL(address);
  const query = at.search
    .slice(1)
    .replace(/(^|&)embed(=[^&]*)?(?=&|$)/, "")
    .replace(/^&/, "");
  const source = `${at.origin}${at.pathname}?${query === "" ? "" : `${query}&`}embed=${encodeURIComponent(figure)}`;
  return `<iframe src="${escaped(source)}" title="${escaped(title)}" width="100%" height="620" style="border: 0" loading="lazy"></iframe>`;
}
