import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** Returns where the site of this repository is built, or what `UPTAKE_SITE` names. */
const built = (): string => process.env["UPTAKE_SITE"] ?? join(root, "notebooks/dist");

/** Where the site stands: under a path, since it need not have a host of its own. */
const path = "/a/sub-path/";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** Finds the file of a site that is asked for, as a plain host would: a folder's `index.html`, a page without its ending. */
function find(dist: string, asked: string): string | undefined {
  const inside = asked.startsWith(path) ? normalize(asked.slice(path.length) || ".") : "..";
  if (inside.startsWith("..")) return undefined;
  const candidates = [inside, `${inside}.html`, join(inside, "index.html")];
  return candidates.map((each) => join(dist, each)).find((file) => extname(file) !== "" && existsSync(file));
}

/** Holds the served site: its origin, and the address of its first page. */
export interface Served {
  readonly origin: string;
  readonly address: string;
  /** Returns the file at an address of the site. */
  read(address: string): Buffer;
  close(): void;
}

/**
 * Serves a built site, that of this repository unless another is named, on a free port of this machine, its files under the
 * host's own `policy` where there is one.
 */
export async function serve(policy?: string, dist: string = built()): Promise<Served> {
  const fileAt = (address: string): string | undefined =>
    find(dist, decodeURIComponent(new URL(address, "http://x").pathname));
  const server = createServer((request, response) => {
    const file = fileAt(request.url ?? "/");
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      ...(policy === undefined ? {} : { "content-security-policy": policy }),
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}${path}`,
    read(address) {
      const file = fileAt(address);
      if (file === undefined) throw new Error(`The site has nothing at ${address}.`);
      return readFileSync(file);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
