// Writes pictures of the built pages, at both widths and in both schemes, to screenshots/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open, root, settle, visit } from "./site.ts";

const folder = join(root, "screenshots");
mkdirSync(folder, { recursive: true });
const pages = {
  home: "",
  "home-own": "?v=1&district=porterville-unified&strategy=coaching-only&coaching=8&mandate=30",
};
const site = await open();
for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    for (const [name, query] of Object.entries(pages)) {
      const { page, context } = await visit(site, query, {
        colorScheme,
        viewport: { width, height: width > 800 ? 900 : 844 },
      });
      if (query) await settle(page);
      const file = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
}
await site.close();
