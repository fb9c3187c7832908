import { basename, join, relative } from "node:path";

/** Holds what a command may use of the machine: where it stands, and where it speaks. */
export interface Host {
  /** Folder that file names are relative to. */
  readonly cwd: string;
  /** Words by which the program is started here, with which commands that are printed begin (default `uptake`). */
  readonly program?: readonly string[];
  /** Address of the pages that links begin with, as the environment has it (`UPTAKE_PAGES`; default none). */
  readonly pages?: string;
  /** Variables of the environment, by which schedulers tell a worker its number (default none). */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Writes the answer: nothing else goes to stdout. */
  out(text: string): void;
  /** Writes progress, warnings and errors. */
  err(text: string): void;
  /** Whether a person reads stderr as it is written. */
  readonly interactive: boolean;
  /** Whether stdout takes colours. */
  readonly color: boolean;
  /** Whether failures show their stack (`DEBUG` is set). */
  readonly debug: boolean;
  /** Calls `act` the first time a person asks to stop (Ctrl-C); returns what ends the listening. A second time ends at once. */
  onInterrupt?(act: () => void): () => void;
}

/** Exit code of what a person stopped, as shells have it. */
export const interruptedCode = 130;

/** Returns the folder the user stands in: a package script is started in its package's folder instead, which says so. */
function userFolder(): string {
  const { INIT_CWD, npm_package_json } = process.env;
  const here = process.cwd();
  return INIT_CWD !== undefined && npm_package_json === join(here, "package.json") ? INIT_CWD : here;
}

/** Returns how the user started the program: through pnpm, by its own name, or as a script of Node. */
function program(cwd: string): string[] {
  if (process.env["npm_config_user_agent"]?.startsWith("pnpm/")) return ["pnpm", "uptake"];
  const script = process.argv[1] ?? "";
  const name = basename(script);
  return name === "uptake.js" || name === "main.js" ? ["node", relative(cwd, script)] : ["uptake"];
}

/** Listens for Ctrl-C while there are listeners: the first is told to the latest of them, and a second ends at once. */
function listenForInterrupt(): Required<Pick<Host, "onInterrupt">> {
  let listeners: readonly { readonly act: () => void }[] = [];
  let asked = false;
  const hear = (): void => {
    if (asked) process.exit(interruptedCode);
    asked = true;
    listeners.at(-1)?.act();
  };
  return {
    onInterrupt: (act) => {
      const own = { act };
      if (listeners.length === 0) process.on("SIGINT", hear);
      listeners = [...listeners, own];
      return () => {
        listeners = listeners.filter((one) => one !== own);
        if (listeners.length === 0) process.off("SIGINT", hear);
      };
    },
  };
}

/** Returns the host of this process. */
export function nodeHost(): Host {
  const cwd = userFolder();
  const pages = process.env["UPTAKE_PAGES"];
  return {
    cwd,
    ...(pages === undefined ? {} : { pages }),
    program: program(cwd),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    color: process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined,
    debug: (process.env["DEBUG"] ?? "") !== "",
    ...listenForInterrupt(),
  };
}
