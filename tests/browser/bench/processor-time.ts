import type { BrowserContext } from "playwright-core";

/** Returns what tells the seconds that a browser has had of the processor: those of all its processes and their threads. */
export async function processorTime(context: BrowserContext): Promise<() => Promise<number>> {
  const session = await context.browser()!.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
}
