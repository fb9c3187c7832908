import { open, settle } from "./site.ts";
import { addAfterPaint, move } from "./bench/moves.ts";
const site = await open("Chromium");
const context = await site.driver.context();
const page = await context.newPage();
await addAfterPaint(page);
await page.addInitScript(() => {
  const log: any[] = []; (window as any).log = log;
  window.Worker = class extends Worker {
    postMessage(m: any, ...r: any[]) { log.push(["to", performance.now(), m.kind, m.kind === "rows" ? m.to - m.from : m.evaluations?.length ?? 0, m.plan, JSON.stringify(m).length]); return (super.postMessage as any)(m, ...r); }
    constructor(...args: ConstructorParameters<typeof Worker>) { super(...args); this.addEventListener("message", ({ data }: any) => log.push(["from", performance.now(), data.rows ? "rows" : data.kind ?? Object.keys(data).join(), data.rows ? data.to - data.from : 0, data.ms])); }
  };
});
await page.goto(`${site.address}?v=1&coaching=5`);
await settle(page); await page.waitForTimeout(1500);
await move(page, 9.75);
await page.evaluate(() => { (window as any).log.length = 0; });
await move(page, 3); 
console.log(JSON.stringify(await page.evaluate(() => (window as any).log)).slice(0, 9000));
await page.evaluate(() => { (window as any).log.length = 0; });
await page.waitForTimeout(1500);
console.log("later", JSON.stringify(await page.evaluate(() => (window as any).log)).slice(0, 3000));
await site.close();
