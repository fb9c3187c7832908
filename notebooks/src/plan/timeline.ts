/** Sets up a timeline. */
export interface TimelineOptions<State> {
  /** Writes a state as a query. */
  readonly write: (state: State) => string;
  /** Hears when another entry is current; its query is the address's. */
  readonly onMove: () => void;
  /** Hears when an entry was added. */
  readonly onPush: () => void;
}

/** Holds the states of a page as entries of the browser's history. */
export interface Timeline<State> {
  /** Adds a state. States that come within `delay` milliseconds become one entry, since browsers ration entries. */
  add(state: State, delay?: number): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Returns the page's address with a state. */
  address(state: State): string;
}

/**
 * Keeps the states of a page as entries of the browser's own history, so that undo and redo are its back and forward,
 * and every state has an address.
 */
export function timeline<State>({ write, onMove, onPush }: TimelineOptions<State>): Timeline<State> {
  const own = (): number => (Number.isInteger(history.state?.uptake) ? history.state.uptake : 0);
  let last = own();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pending: State | undefined;

  const push = (): void => {
    clearTimeout(waiting);
    if (pending === undefined) return;
    const query = write(pending);
    pending = undefined;
    if (query === location.search) return;
    last = own() + 1;
    history.pushState({ uptake: last }, "", `${location.pathname}${query}`);
    onPush();
  };
  addEventListener("popstate", () => {
    clearTimeout(waiting);
    pending = undefined;
    last = Math.max(last, own());
    onMove();
  });
  return {
    add(state, delay = 0) {
      pending = state;
      clearTimeout(waiting);
      if (delay > 0) waiting = setTimeout(push, delay);
      else push();
    },
    undo() {
      push();
      if (own() > 0) history.back();
    },
    redo() {
      push();
      if (own() < last) history.forward();
    },
    canUndo: () => own() > 0 || pending !== undefined,
    canRedo: () => own() < last && pending === undefined,
    address: (state) => `${location.origin}${location.pathname}${write(state)}`,
  };
}
