import { JSDOM } from "jsdom";

/** An empty document to draw in. */
export const { document } = new JSDOM("").window;
