import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Decoded } from "./decode-table.ts";

const megabyte = 1024 * 1024;

/** Returns how long a file may take, in whole seconds: a minute, and more for each megabyte, for it may have to wait. */
const secondsFor = (bytes: Uint8Array): number => 60 + Math.ceil((4 * bytes.length) / megabyte);

/** Returns the place of the program of that process: looked up when it is needed, for a bundle has no places of files. */
const program = (): string => fileURLToPath(new URL("../../../dist/input/parquet/decode-process.js", import.meta.url));

const refused = (message: string): Decoded => ({ faults: [{ code: "not-parquet", path: "", message }] });

/**
 * Reads Parquet files of strangers in a process of its own, with bounded memory and time: what a file says of its sizes
 * cannot be trusted, and a thread that runs out of memory takes the program with it.
 */
export class ParquetReader {
  readonly #megabytes: number;
  #process: ChildProcess | undefined;

  /** @param megabytes most memory of the process for objects, in megabytes (default 768). */
  constructor(megabytes = 768) {
    this.#megabytes = megabytes;
  }

  /**
   * Reads a file, one at a time. Never throws: what is wrong is in the answer.
   *
   * @param most how long it may take, in seconds of the clock (default 60, and 4 more for each megabyte, rounded up).
   */
  read(bytes: Uint8Array, most: number = secondsFor(bytes)): Promise<Decoded> {
    this.#process ??= fork(program(), [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${this.#megabytes}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const reading = this.#process;
    return new Promise((resolve) => {
      const end = (decoded: Decoded): void => {
        clearTimeout(timer);
        reading.removeAllListeners();
        resolve(decoded);
      };
      const stop = (why: string): void => {
        end(refused(why));
        this.close();
      };
      const late = `is not read within ${most} s; it may be damaged`;
      const began = performance.now();
      const timer = setTimeout(() => stop(late), most * 1000);
      // Where this thread was held up, an answer that comes too late may be heard before the timer.
      const inTime = (): boolean => performance.now() - began <= most * 1000;
      reading.once("message", (decoded) => end(inTime() ? (decoded as Decoded) : refused(late)));
      reading.once("exit", (code) =>
        stop(
          code === 1
            ? "could not be read: the process that reads Parquet did not start"
            : `takes more than ${this.#megabytes} MB of memory to read; it may be damaged`,
        ),
      );
      reading.once("error", (error) => stop(`could not be read in a process of its own: ${error.message}`));
      // A process that ended meanwhile says so by its exit.
      reading.send(bytes, () => undefined);
    });
  }

  /** Ends the process; a further file starts another. */
  close(): void {
    this.#process?.removeAllListeners();
    this.#process?.on("error", () => undefined);
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }
}
