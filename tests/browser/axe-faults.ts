import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * Lists what axe finds wrong on a page, each with the elements at fault. Our pages have no frames, so axe judges in the page
 * itself; and it describes only what is wrong, which takes less than half the time. `rules` are those of axe to judge by
 * (default all).
 */
export async function axeFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules.length > 0 ? { runOnly: { type: "rule", values: [...rules] } } : {}),
  });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
