import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Rooms of the studies whose names are measured beside those of the package itself. */
const ROOMS = ["ensemble", "stream", "service"];

/**
 * Loads the model and the studies of a build: of the working tree, or of an older commit, which may not have every room.
 *
 * @param {string} root folder of the checkout
 */
export async function built(root) {
  const pathOf = (path) => join(root, "packages", path);
  const load = (path) => import(pathToFileURL(pathOf(path)).href);
  const model = await load("model/dist/index.js");
  const study = await load("study/dist/index.js");
  const rooms = ROOMS.map((room) => `study/dist/${room}/index.js`).filter((path) => existsSync(pathOf(path)));
  return Object.assign({}, model, study, ...(await Promise.all(rooms.map(load))));
}
