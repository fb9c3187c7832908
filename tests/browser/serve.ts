import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** Returns the folder of the built site: where the build writes it, or what `UPTAKE_SITE` names. */
const dist = (): string => process.env["UPTAKE_SITE"] ?? join(root, "notebooks/dist");

/** Where the site stands: under a path, since it need not have a host of its own. */
const path = "/a/sub-path/";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** Finds the file that is asked for, as a plain host would: a folder's `index.html`, a page without its ending. */
function find(asked: string): string | undefined {
  const inside = asked.startsWith(path) ? normalize(asked.slice(path.length) || ".") : "..";
  if (inside.startsWith("..")) return undefined;
  const candidates = [inside, `${inside}.html`, join(inside, "index.html")];
  return candidates.map((each) => join(dist(), each)).find((file) => extname(file) !== "" && existsSync(file));
}

/** Holds the served site: its origin, and the address of its first page. */
export interface Served {
  readonly origin: string;
  readonly address: string;
  close(): void;
}

/** Serves the built site on a free port of this machine, its files under the host's own `policy` where there is one. */
export async function serve(policy?: string): Promise<Served> {
  const server = createServer((request, response) => {
    const file = find(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
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
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
