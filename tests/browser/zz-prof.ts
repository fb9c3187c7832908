import { open, settle } from "./site.ts";
import { addAfterPaint, move } from "./bench/moves.ts";
import { writeFileSync } from "node:fs";
const site = await open("Chromium");
const context = await site.driver.context();
const browser = await context.browser()!.newBrowserCDPSession();
const per = async () => { const { processInfo } = await browser.send("SystemInfo.getProcessInfo"); const o: Record<string, number> = {}; for (const p of processInfo) o[p.type] = (o[p.type] ?? 0) + p.cpuTime; return o; };
const page = await context.newPage();
await addAfterPaint(page);
await page.goto(`${site.address}?v=1&coaching=5`);
await settle(page); await page.waitForTimeout(1500);
await move(page, 9.75);
const n = 16;
const tr = process.env.TRACE === "1";
const a = await per();
const chunks: any[] = [];
if (tr) { (browser as any).on("Tracing.dataCollected", (e: any) => chunks.push(...e.value)); await browser.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "v8", "blink", "cc", "gpu", "disabled-by-default-v8.cpu_profiler", "disabled-by-default-devtools.timeline"], excludedCategories: ["*"] } } as any); }
for (let i = 0; i < n; i++) await move(page, 0.5 + 0.25 * ((i * 7) % 37));
const b = await per();
console.log(Object.fromEntries(Object.keys(b).map((k) => [k, (((b[k]! - (a[k] ?? 0)) / n) * 1000).toFixed(0) + " ms"])));
if (tr) { const done = new Promise<void>((r) => (browser as any).on("Tracing.tracingComplete", () => r())); await browser.send("Tracing.end"); await done; writeFileSync("/tmp/m/trace.json", JSON.stringify({ traceEvents: chunks })); console.log(chunks.length); }
await site.close();
