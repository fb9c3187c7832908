/**
 * Keeps the states of a page as entries of the browser's own history, so that undo and redo are its back and forward,
 * and every state has an address.
 *
 * @template State
 * @param {object} options
 * @param {(state: State) => string} options.write Writes a state as a query.
 * @param {() => void} options.onMove Hears when another entry is current; its query is the address's.
 * @param {() => void} options.onPush Hears when an entry was added.
 */
export function timeline({ write, onMove, onPush }) {
  const own = () => (Number.isInteger(history.state?.uptake) ? history.state.uptake : 0);
  let last = own();
  let waiting = 0;
  let pending;

  const push = () => {
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
    /** Adds a state. States that come within `delay` milliseconds become one entry, since browsers ration entries. */
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
    /** The page's address with a state. */
    address: (state) => `${location.origin}${location.pathname}${write(state)}`,
  };
}
