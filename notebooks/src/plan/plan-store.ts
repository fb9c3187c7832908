import { type Issue, type ScenarioInput, version } from "@uptake/model";
import { linkOf, type PlanState, readLink, writeLink } from "@uptake/study/link";
import { Address } from "./address.js";
import { carriedState, carryState } from "./carried-state.js";
import { Steps } from "./steps.js";
import { withValue } from "./with-value.js";

export type { PlanState } from "@uptake/study/link";

/** Holds what every page of a tab is set to: one plan, how it is run, and up to four pinned beside it. */
export interface PlanStore {
  /** Returns the state; it is never changed, only replaced. */
  get(): PlanState;
  /** Returns what is to be said of the link that the page was opened with; nothing once the reader has changed something. */
  notices(): readonly Issue[];
  /** Replaces the state. Changes of one `gesture` – a drag, keys pressed at one control – are one step of undo. */
  set(state: PlanState, gesture?: string): void;
  /**
   * Changes one value of the scenario, as in `change("target.share", 0.5)` or `change(["parameters", "values",
   * "support.floor"], 0.2)`; `seed` and `replicates` are those of the runs, and `["page", "inside.run"]` is what a page is
   * set to. Undefined takes it back to what it usually is.
   */
  change(path: string | readonly string[], value: unknown, gesture?: string): void;
  /**
   * Calls a listener after every change, undo and redo included, and says whether a finger is moving the plan; returns
   * what ends that.
   */
  subscribe(listener: (moving: boolean) => void): () => void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Returns the query that opens the state, as in `?v=2&…`; empty for the start. */
  link(): string;
  /** Returns the whole address that opens the state on this page. */
  address(): string;
  /** Pins a plan (default the one on show) under a name, with a number behind it where it is taken; the oldest of five goes. */
  pin(name: string, scenario?: ScenarioInput): Promise<void>;
  /** Takes a pinned plan away, by its place. */
  unpin(place: number): void;
}

let only: Promise<PlanStore> | undefined;

/** Returns the tab's only store, opened with the link in the address. */
export function planStore(): Promise<PlanStore> {
  only ??= open();
  return only;
}

/** Reads the address; a state that no link can hold was carried here from the page before. */
async function stateOf(query: string): Promise<{ readonly state: PlanState; readonly notices: readonly Issue[] }> {
  const carried = carriedState(query, version);
  return carried ? { state: carried, notices: [] } : readLink(query);
}

async function open(): Promise<PlanStore> {
  const opened = await stateOf(location.search);
  let { state, notices } = opened;
  const listeners = new Set<(moving: boolean) => void>();
  const tell = (moving: boolean): void => {
    for (const listener of listeners) listener(moving);
  };
  const link = (): { readonly query: string; readonly whole: boolean } => {
    const { query: written, left } = writeLink(state);
    carryState(left.length > 0 ? { query: written, version, state } : undefined);
    return { query: written, whole: left.length === 0 };
  };
  const address = new Address({
    link,
    async onMove(at) {
      const known = steps.go(at);
      const read = known ? { state: known, notices: [] } : await stateOf(location.search);
      ({ state, notices } = read);
      steps.keep(state);
      tell(false);
    },
    onUnchanged: () => steps.drop(),
  });
  const steps = new Steps(state, address.at);
  // A link of the future stays as it is: a newer page may read it.
  if (!notices.some(({ code }) => code === "future-format")) address.settle();

  const set = (next: PlanState, gesture?: string): void => {
    state = next;
    notices = [];
    if (steps.add(next, gesture) === "new") address.push();
    else address.replace();
    tell(gesture !== undefined);
  };
  const store: PlanStore = {
    get: () => state,
    notices: () => notices,
    set,
    change(path, value, gesture) {
      const keys = typeof path === "string" ? path.split(".") : path;
      const whole = ["seed", "replicates", "pinned", "page"].includes(keys[0] as string);
      set(withValue(state, whole ? keys : ["scenario", ...keys], value), gesture);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    undo() {
      address.flush();
      if (steps.canUndo) address.back();
    },
    redo() {
      address.flush();
      if (steps.canRedo) address.forward();
    },
    canUndo: () => steps.canUndo,
    canRedo: () => steps.canRedo,
    link: () => linkOf(state),
    address: () => `${location.origin}${location.pathname}${linkOf(state)}`,
    async pin(name, scenario = state.scenario) {
      const { withPin } = await import("./with-pin.js");
      set(withPin(state, name, scenario));
    },
    unpin(place) {
      const pinned = (state.pinned ?? []).filter((_, i) => i !== place);
      set(withValue(state, ["pinned"], pinned.length > 0 ? pinned : undefined));
    },
  };
  document.addEventListener("keydown", (event) => undoByKeys(event, store));
  return store;
}

/** Undoes by Ctrl+Z and redoes by Ctrl+Shift+Z or Ctrl+Y, but where a text is being written, which has an undo of its own. */
function undoByKeys(event: KeyboardEvent, store: PlanStore): void {
  const { target, key, shiftKey } = event;
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !/^[zy]$/i.test(key)) return;
  if (target instanceof HTMLElement && target.matches("input:not([type=range], [type=checkbox]), textarea")) return;
  event.preventDefault();
  if (shiftKey || key.toLowerCase() === "y") store.redo();
  else store.undo();
}
