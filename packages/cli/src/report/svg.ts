import type { Figure } from "@uptake/charts";
import type { AnswerFigure } from "../studies/study-kind.ts";
import { cleanText, Html } from "./html.ts";

/** Holds a figure drawn for a page and for a file. */
export interface DrawnFigure {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  /** Drawn at the page's width and at that of a phone, with names of elements of their own; follows the page's colours. */
  readonly wide: Html;
  readonly narrow: Html;
  /** The wide one as a file of its own, in its light colours. */
  readonly file: string;
}

/** Widths that figures are drawn at, in pixels. */
const widths = { wide: 720, narrow: 340 } as const;

/** Makes the function that draws figures; it takes a second to load, so only results that are written wait for it. */
export async function figureDrawer(): Promise<(figure: AnswerFigure) => DrawnFigure> {
  const [charts, { JSDOM }] = await Promise.all([import("@uptake/charts"), import("jsdom")]);
  const { window } = new JSDOM("");
  const { document } = window;
  const serializer = new window.XMLSerializer();
  return ({ name, title, draw }) => {
    const at = (size: keyof typeof widths): Figure => {
      const figure = draw(charts, { document, width: widths[size] });
      renameIds(figure.element, `${name}-${size}`);
      clean(figure.element);
      return figure;
    };
    const { element, sentence } = at("wide");
    const wide = new Html(serializer.serializeToString(element));
    const narrow = new Html(serializer.serializeToString(at("narrow").element));
    addMargin(element);
    const file = `<?xml version="1.0" encoding="UTF-8"?>\n${lightColours(serializer.serializeToString(element))}\n`;
    return { name, title, sentence, wide, narrow, file };
  };
}

/** Gives elements ids that no other figure of a page has, and that are the same whenever the figure is drawn. */
function renameIds(element: SVGSVGElement, prefix: string): void {
  const renamed = new Map([...element.querySelectorAll("[id]")].map(({ id }, i) => [id, `${prefix}-${i + 1}`]));
  if (renamed.size === 0) return;
  const newId = (whole: string, before: string, id: string, after: string): string =>
    renamed.has(id) ? `${before}${renamed.get(id)}${after}` : whole;
  for (const one of [element, ...element.querySelectorAll("*")]) {
    for (const { name, value } of [...one.attributes]) {
      if (name === "id") one.id = renamed.get(value) ?? value;
      else if (value.includes("url(#")) one.setAttribute(name, value.replaceAll(/(url\(#)([^()"']+)(\))/g, newId));
      else if (/(^|:)href$/.test(name)) one.setAttribute(name, value.replace(/^(#)(.+)($)/, newId));
      else if (/^aria-(labelledby|describedby)$/.test(name)) one.setAttribute(name, renamed.get(value) ?? value);
    }
  }
}

/** Removes what could run or load anything, and characters that no SVG may hold. */
function clean(element: SVGSVGElement): void {
  for (const one of element.querySelectorAll("script, foreignObject, image, iframe")) one.remove();
  for (const one of [element, ...element.querySelectorAll("*")]) {
    for (const { name, value } of [...one.attributes]) {
      if (/^on/i.test(name) || (/(^|:)href$/.test(name) && !value.startsWith("#"))) one.removeAttribute(name);
      else if (cleanText(value) !== value) one.setAttribute(name, cleanText(value));
    }
    for (const child of one.childNodes) {
      const { nodeValue } = child;
      if (nodeValue !== null && cleanText(nodeValue) !== nodeValue) child.nodeValue = cleanText(nodeValue);
    }
  }
}

/** Adds room around a figure for labels that run over its edge, which a page shows and a file of its own would cut off. */
function addMargin(element: SVGSVGElement): void {
  const room = 12;
  const [width = 0, height = 0] = ["width", "height"].map((name) => Number(element.getAttribute(name)) + 2 * room);
  element.setAttribute("width", String(width));
  element.setAttribute("height", String(height));
  element.setAttribute("viewBox", `${-room} ${-room} ${width} ${height}`);
}

/** Puts each colour in the place of its custom property, which programs other than browsers do not read. */
function lightColours(text: string): string {
  return text.replaceAll(/var\(--[\w-]+,([^()]+)\)/g, (_, colour: string) => colour.trimStart());
}
