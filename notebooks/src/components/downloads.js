import { element } from "./element.js";

/** Has the browser save a file. */
export function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Writes a chart as an SVG document that stands alone: light, on paper, with no style sheet behind it. Every colour and
 * font of a chart is a custom property with the light one as its fallback, which takes its place here.
 *
 * @param {SVGSVGElement} chart
 */
export function svgText(chart) {
  const copy = /** @type {SVGSVGElement} */ (chart.cloneNode(true));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "#ffffff" }))
    ground.setAttribute(name, value);
  copy.insertBefore(ground, copy.querySelector("style")?.nextSibling ?? copy.firstChild);
  const text = new XMLSerializer().serializeToString(copy);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutProperties(text)}\n`;
}

/** Replaces each `var(--name, fallback)` with its fallback, whatever brackets that holds. */
export function withoutProperties(text) {
  let out = "";
  let at = 0;
  for (let from = text.indexOf("var(--"); from >= 0; from = text.indexOf("var(--", at)) {
    let depth = 0;
    let end = from + 3;
    do {
      if (text[end] === "(") depth++;
      else if (text[end] === ")") depth--;
      end++;
    } while (depth > 0 && end < text.length);
    const inner = text.slice(from + 4, end - 1);
    const comma = inner.indexOf(",");
    out += text.slice(at, from) + (comma < 0 ? "inherit" : withoutProperties(inner.slice(comma + 1).trim()));
    at = end;
  }
  return out + text.slice(at);
}

/**
 * Draws an SVG document as a PNG, twice as large, for print.
 *
 * @returns {Promise<Blob>}
 */
export async function pngOf(text, width, height) {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await picture.decode();
    const canvas = element("canvas", { width: 2 * width, height: 2 * height });
    canvas.getContext("2d").drawImage(picture, 0, 0, 2 * width, 2 * height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}
