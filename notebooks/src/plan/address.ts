/** Milliseconds for which changes wait before they stand in the address: browsers ration its changes. */
const delay = 300;

/** Sets up what keeps the address. */
export interface AddressOptions {
  /** Writes the query of what is on show, and says whether that holds all of it. */
  readonly link: () => { readonly query: string; readonly whole: boolean };
  /** Hears that the reader went to another step, by its number. */
  readonly onMove: (at: number) => void;
  /** Hears that a step turned out to have the address of the one before, and is none. */
  readonly onUnchanged: () => void;
}

/**
 * Keeps the address of the page that of its state, each step an entry of the browser's own history, so that undo and redo
 * are its back and forward. Links of the navigation carry the query to the other pages.
 */
export class Address {
  readonly #options: AddressOptions;
  #waiting: "push" | "replace" | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes over the address of the page. */
  constructor(options: AddressOptions) {
    this.#options = options;
    this.#carry(location.search);
    addEventListener("popstate", () => {
      this.#forget();
      this.#carry(location.search);
      options.onMove(this.at);
    });
    // Whoever leaves at once leaves with what is on show.
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("click", () => this.flush(), { capture: true });
  }

  /** Number of the entry that is current. */
  get at(): number {
    const { uptake } = (history.state ?? {}) as { readonly uptake?: unknown };
    return typeof uptake === "number" && Number.isInteger(uptake) ? uptake : 0;
  }

  /** Adds an entry for a new step, in a moment. */
  push(): void {
    this.flush();
    this.#wait("push");
  }

  /** Changes the current entry, in a moment. */
  replace(): void {
    this.#wait(this.#waiting ?? "replace");
  }

  /** Writes at once what waits. */
  flush(): void {
    const how = this.#waiting;
    this.#forget();
    if (how === undefined) return;
    const { query: written, whole } = this.#options.link();
    const query = withFlags(written);
    this.#carry(query);
    // Who opened a part of the page stays there while the link is only written anew.
    const address = `${location.pathname}${query}${how === "replace" ? location.hash : ""}`;
    if (how === "push" && whole && query === location.search) this.#options.onUnchanged();
    else if (how === "push") history.pushState({ uptake: this.at + 1 }, "", address);
    else history.replaceState({ uptake: this.at }, "", address);
  }

  /** Writes the link of what was opened in the place of the link it was opened by: an older one, or one with tags. */
  settle(): void {
    if (withFlags(this.#options.link().query) === location.search) return;
    this.#waiting = "replace";
    this.flush();
  }

  /** Goes to the entry before. */
  back(): void {
    history.back();
  }

  /** Goes to the entry after. */
  forward(): void {
    history.forward();
  }

  #wait(how: "push" | "replace"): void {
    this.#waiting = how;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  #carry(query: string): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-carries]")) link.search = query;
  }
}

/** Keeps the flag under which a page shows one figure alone. */
function withFlags(query: string): string {
  const embed = new URLSearchParams(location.search).get("embed");
  if (embed === null) return query;
  return `${query === "" ? "?" : `${query}&`}embed${embed === "" ? "" : `=${encodeURIComponent(embed)}`}`;
}
