/** Lists the packages, lowest first: each imports only from those before it. */
export const packages = ["model", "study", "charts", "cli"] as const;

/**
 * Lists the rooms of each package by floor, lowest first: each imports only from floors before its own, never from one beside
 * it. Files beside index.ts stand on the ground of the model, and on top elsewhere. docs/architecture.md says what is in them.
 */
export const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  model: [
    ["ground"],
    ["numerics"],
    ["evidence"],
    ["district"],
    ["scenario"],
    ["state"],
    ["mechanisms", "measures"],
    ["engine"],
    ["index.ts"],
  ],
  study: [
    ["statistics", "design", "readings", "workers", "link", "yaml"],
    ["ensemble", "patterns", "roster", "files", "receipt"],
    ["evaluate"],
    ["target", "calibrate", "verify"],
    ["compare", "beliefs", "sweep", "sensitivity", "forecast", "stream", "country"],
    ["budget", "funnel", "rivals"],
    ["attribute", "explain", "optimise", "stress"],
    ["questions"],
    ["service"],
    ["index.ts"],
  ],
  cli: [
    ["host"],
    ["tables"],
    ["words"],
    ["input"],
    ["studies"],
    ["receipt"],
    ["report"],
    ["output"],
    ["run"],
    ["shards"],
    ["commands"],
    ["heads"],
    ["command-line.ts"],
    ["main.ts"],
  ],
};

/** Returns the room of a package's source: the folder below `src`, or the file. */
export function roomOf(path: string): string {
  const [, home = "", , room = "", deeper] = path.split("/");
  return deeper === undefined && home === "model" && room !== "index.ts" ? "ground" : room;
}
