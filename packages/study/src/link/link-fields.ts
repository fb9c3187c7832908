import type { Issue } from "@uptake/model";

/** Version of the format of links. */
export const linkVersion = 2;

/** Longest link, in characters after the question mark. */
export const longestLink = 8000;

/** Most fields of a link. */
export const mostFields = 500;

/** Holds a field of a link, decoded. */
export interface LinkField {
  readonly name: string;
  readonly text: string;
}

/** Tags that mailings, social sites and search engines add to links. */
const campaign =
  /^(utm_\w*|ref|ref_src|referrer|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|yclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_gl|_ga)$/i;

/** Returns the query of an address, a path or a query itself, without the question mark; undefined for what is none. */
function queryIn(text: string): string | undefined {
  const [whole = ""] = text.trim().split("#", 1);
  const mark = whole.indexOf("?");
  if (mark >= 0) return whole.slice(mark + 1);
  if (whole === "" || /^[a-z][a-z0-9+.-]*:\/\/|^\.{0,2}\//i.test(whole)) return "";
  return whole.includes("=") ? whole : undefined;
}

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
};

/** Cuts what is shown of a foreign text to 40 characters. */
export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Writes a field as it stands in a link: what is safe in an address stays readable. */
export function encodeField({ name, text }: LinkField): string {
  const encode = (part: string): string =>
    encodeURIComponent(part).replaceAll(
      /%(2C|3A|2F|20)/g,
      (code) => ({ "%20": "+" })[code] ?? decodeURIComponent(code),
    );
  return `${encode(name)}=${encode(text)}`;
}

/** Splits a link into its fields, each once; tags of mailings and sites are left out in silence, what is wrong is told. */
export function fieldsIn(link: string): { readonly fields: readonly LinkField[]; readonly notices: readonly Issue[] } {
  const query = queryIn(link);
  const notices: Issue[] = [];
  if (query === undefined) {
    const message = `“${shorten(link)}” is no link`;
    const allowed = "an address, a path or a query, as in ?strategy=coaching-only";
    return { fields: [], notices: [{ code: "not-a-link", path: "", message, value: shorten(link), allowed }] };
  }
  if (query.length > longestLink) {
    const message = `the link has ${query.length} characters, so nothing of it is read`;
    const allowed = `${longestLink} characters`;
    return { fields: [], notices: [{ code: "too-long", path: "", message, value: query.length, allowed }] };
  }
  const parts = query.split("&").filter((part) => part !== "");
  const fields = new Map<string, LinkField>();
  for (const part of parts.slice(0, mostFields)) {
    const at = part.indexOf("=");
    const name = decode(at < 0 ? part : part.slice(0, at));
    const text = decode(at < 0 ? "" : part.slice(at + 1));
    const path = shorten(name ?? part);
    if (name !== undefined && campaign.test(name)) continue;
    if (name === undefined || text === undefined)
      notices.push({ code: "malformed", path, message: "is not written as addresses are", value: shorten(part) });
    else if (fields.has(name))
      notices.push({ code: "repeated", path, message: "comes twice; the first is read", value: shorten(text) });
    else fields.set(name, { name, text });
  }
  if (parts.length > mostFields) {
    const message = `the link has ${parts.length} fields; the first ${mostFields} are read`;
    const allowed = `${mostFields} fields`;
    notices.push({ code: "too-many-fields", path: "", message, value: parts.length, allowed });
  }
  return { fields: [...fields.values()], notices };
}
