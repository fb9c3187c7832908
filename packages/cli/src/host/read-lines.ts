import { createReadStream } from "node:fs";

/** Most bytes kept of a line: a file without line breaks is read too, and no text of Node's takes 512 MB. */
const longestLine: number = 64 * 1024 * 1024;

/** Bytes read at once. */
const readAtOnce = 1024 * 1024;

const lineBreak = 10;

/**
 * Reads the lines of a text file one by one, however large it is; none where there is no such file. Of a line longer than
 * `most` bytes the beginning alone is given. `onEnd` hears of each line, before it is given, how many bytes the file has up
 * to its end, its line break included.
 */
export async function* readLines(
  path: string,
  most: number = longestLine,
  onEnd: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  let before = 0;
  const keep = (part: Buffer): void => {
    const taken = part.subarray(0, most - length);
    if (taken.length > 0) parts.push(taken);
    length += taken.length;
  };
  const line = (): string => {
    const text = Buffer.concat(parts).toString("utf8");
    parts = [];
    length = 0;
    return text;
  };
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: readAtOnce }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(lineBreak); end >= 0; end = chunk.indexOf(lineBreak, from)) {
        keep(chunk.subarray(from, end));
        from = end + 1;
        onEnd(before + from);
        yield line();
      }
      keep(chunk.subarray(from));
      before += chunk.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (length === 0) return;
  onEnd(before);
  yield line();
}
