import type { Host } from "../src/host/host.ts";

/** Makes a host that stands in `cwd` and keeps what is said to it. */
export function listeningHost(
  cwd: string,
  debug: boolean = false,
): Host & { readonly said: { out: string; err: string } } {
  const said = { out: "", err: "" };
  return {
    said,
    cwd,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    interactive: false,
    color: false,
    debug,
  };
}
