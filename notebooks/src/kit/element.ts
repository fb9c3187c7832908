/** Holds what an element can be given: a listener under its event's name, or an attribute's value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => unknown)>>;

/**
 * Makes an element from attributes (functions are listeners, `true` sets a bare attribute, false and undefined none) and
 * children.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    // Written out as an attribute, a style would be one that the page's policy does not know.
    else if (key === "style") made.style.cssText = String(value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}
