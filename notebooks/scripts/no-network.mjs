// Loaded before Framework: a page that needs something from a network fails here and not at a reader's.

globalThis.fetch = (address) => {
  throw new Error(`${address} was asked for, and nothing may come from a network: import what is installed`);
};
