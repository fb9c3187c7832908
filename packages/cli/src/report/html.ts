/** Holds markup that may stand in a page as it is. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text, which is escaped, or markup. */
type Part = string | number | Html | readonly Html[];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Removes characters that no page and no SVG may hold, and those that turn the direction of text around. */
export function cleanText(text: string): string {
  return text.replaceAll(forbidden, "").replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === "object") return part.map((one) => one.markup).join("");
  return cleanText(String(part)).replaceAll(/[&<>"']/g, (one) => entities[one] as string);
}

/** Writes markup as a template in which every value is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? markupOf(values[i] as Part) : "")).join(""));
}
