import { platform } from "./platform.ts";

/** Milliseconds of work after which this thread hears others: often where that costs nothing, seldom where it takes a timer. */
const slice = platform.setImmediate ? 8 : 50;

let heard = 0;

/** Lets this thread hear messages and timers where it has worked for a while; tells whether it did, or went on at once. */
export async function breathe(): Promise<boolean> {
  if (platform.performance.now() - heard < slice) return false;
  await new Promise<void>((resolve) => {
    if (platform.setImmediate) platform.setImmediate(resolve);
    else platform.setTimeout(resolve, 0);
  });
  heard = platform.performance.now();
  return true;
}
