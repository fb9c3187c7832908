import { writeLink } from "@uptake/study/link";
import { shellQuoted } from "../../plan/shell-quoted.js";
import { simulation } from "../../service/simulation.js";
import type { Shown } from "./film-source.js";
import type { StoryPanel } from "./story-panel.js";
import type { Picked } from "./view.js";

/** Has the story of whoever is picked told in a panel, once for each pick; `onTold` hears when it stands there. */
export function storySource(panel: StoryPanel, onTold: () => void): (shown: Shown, picked: Picked | undefined) => void {
  let asked = "";
  let under: AbortController | undefined;
  return async ({ state, film }, picked) => {
    const { checksum, replicate, seed, schools, numbers } = film;
    if (!picked) return;
    const who =
      picked.slot === undefined ? { school: schools[picked.school]!.id } : { teacher: numbers[picked.slot] as number };
    const key = JSON.stringify([checksum, replicate, seed, state.scenario, who]);
    if (key === asked) return;
    asked = key;
    under?.abort(new Error("another story is asked for"));
    const mine = new AbortController();
    under = mine;
    panel.wait();
    try {
      const { scenario } = state;
      const story = await simulation().ask("story", { scenario, seed, replicate, ...who }, { signal: mine.signal });
      if (under !== mine) return;
      const { page: _, pinned: __, ...plan } = state;
      const [[option, value]] = Object.entries(who) as [[string, string | number]];
      const { query, left } = writeLink(plan);
      const inFile = left.length > 0;
      const from = inFile ? `scenario.yaml --seed ${shellQuoted(seed)}` : `--link ${shellQuoted(query || "?")}`;
      panel.tell(story, `pnpm uptake explain ${from} --${option} ${value} --replicate ${replicate}`, inFile);
      onTold();
    } catch (error) {
      if (under !== mine) return;
      asked = "";
      panel.fail((error as Error).message);
    }
  };
}
