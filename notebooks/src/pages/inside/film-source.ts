import type { Film, Standing } from "@uptake/study/questions";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";
import { askedOf } from "./asked.js";

/** Holds a film, and the state it was made of. */
export interface Shown {
  readonly state: PlanState;
  readonly film: Film;
  /** Where the runs of the plan stand; undefined where only a replicate was asked for. */
  readonly ranking: Standing | undefined;
}

/** Says who hears of films. */
export interface FilmListeners {
  /** Hears that another film is being made. */
  readonly onBegin: () => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly onFilm: (shown: Shown) => void;
  /** Hears that none comes, and why: nothing where the reader stopped it. */
  readonly onEnd: (error: Error | undefined) => void;
}

/** Writes which runs are ranked. */
const planOf = ({ scenario, seed = usual.seed, replicates = usual.replicates }: PlanState): string =>
  JSON.stringify([scenario, seed, replicates]);

/** Has the run filmed that the store asks for, now and after every change; what is asked meanwhile ends what came before. */
export function filmSource(store: PlanStore, { onBegin, onProgress, onFilm, onEnd }: FilmListeners): { stop(): void } {
  let asked: string | undefined;
  let under: AbortController | undefined;
  let ranked: { readonly plan: string; readonly ranking: Standing } | undefined;

  const ask = async (): Promise<void> => {
    const state = store.get();
    const plan = planOf(state);
    const input = askedOf(state);
    const { run, district } = input;
    const all = `${plan} ${run} ${district}`;
    if (asked === all) return;
    asked = all;
    under?.abort(new Error("something else is asked for"));
    const mine = new AbortController();
    under = mine;
    onBegin();
    const known = ranked?.plan === plan ? ranked.ranking : undefined;
    try {
      const film = await simulation().ask(
        "film",
        { ...input, run: known && typeof run === "string" ? known[run] : run },
        { signal: mine.signal, onProgress },
      );
      if (under !== mine) return;
      if (film.ranking) ranked = { plan, ranking: film.ranking };
      onFilm({ state, film, ranking: ranked?.plan === plan ? ranked.ranking : undefined });
    } catch (error) {
      if (under !== mine) return;
      asked = undefined;
      onEnd(mine.signal.aborted ? undefined : (error as Error));
    }
  };
  store.subscribe((moving) => {
    if (!moving) void ask();
  });
  void ask();
  return { stop: () => under?.abort(new Error("stopped")) };
}
