import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads the model and the studies of a build: of the working tree, or of an older commit, whose studies may lie otherwise.
 *
 * @param {string} root folder of the checkout
 */
export async function built(root) {
  const load = (path) => import(pathToFileURL(join(root, "packages", path)).href);
  return { ...(await load("model/dist/index.js")), ...(await load("study/dist/index.js")) };
}
