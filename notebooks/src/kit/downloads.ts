import { element } from "./element.js";
import { svgElement } from "./svg-element.js";

/** Has the browser save a file. */
export function save(name: string, content: Blob | string, type: string): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Space round a chart that stands alone, and for its title, in pixels. */
const margin = 28;
const titleHeight = 44;

const font = "ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Writes text in a font of its own. */
function text(attributes: Readonly<Record<string, string | number>>, style: string, words: string): SVGElement {
  const made = svgElement("text", attributes, words);
  made.style.cssText = style;
  return made;
}

/**
 * Writes a chart as an SVG document that stands alone: titled, light, with no style sheet behind it. Every colour of a
 * chart is a custom property with the light one as its fallback, which takes its place here.
 * `description` states what the chart says.
 */
export function svgText(chart: SVGSVGElement, title: string, description: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  // The font of a chart is written with a property too, and browsers give such a style back empty.
  copy.style.cssText = `font: 13px ${font}; font-variant-numeric: tabular-nums; overflow: visible`;
  for (const name of ["role", "aria-label"]) copy.removeAttribute(name);
  const width = Number(chart.getAttribute("width"));
  const height = Number(chart.getAttribute("height"));
  copy.setAttribute("x", String(margin));
  copy.setAttribute("y", String(margin + titleHeight));
  const whole = { width: width + 2 * margin, height: height + 2 * margin + titleHeight };
  const document = svgElement(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${whole.width} ${whole.height}`, ...whole },
    svgElement("title", {}, title),
    svgElement("desc", {}, description),
    svgElement("rect", { ...whole, fill: "#fbfaf7" }),
    text({ x: margin, y: margin + 16, fill: "#1c2330" }, `font: 600 20px ${font}`, title),
    copy,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutProperties(new XMLSerializer().serializeToString(document))}\n`;
}

/** Replaces each `var(--name, fallback)` with its fallback, whatever brackets that holds. */
export function withoutProperties(text: string): string {
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

/** Draws an SVG document as a PNG, twice as large, for print. */
export async function pngOf(text: string): Promise<Blob> {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const canvas = element("canvas", { width: 2 * width, height: 2 * height });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, 2 * width, 2 * height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}
