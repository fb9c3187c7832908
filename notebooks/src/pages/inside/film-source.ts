import type { Film, RunName, Standing } from "@uptake/study/questions";
import type { PlanState, PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { simulation } from "../../service/simulation.js";

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

/** Reads which run a state asks for. */
export function runOf({ page = {} }: PlanState): RunName | number {
  const text = page["inside.run"] ?? "typical";
  if (text === "typical" || text === "best" || text === "worst") return text;
  return /^\d{1,9}$/.test(text) ? Number(text) : "typical";
}

/** Reads which district of several a state asks for. */
function districtOf({ page = {} }: PlanState): number {
  const text = page["inside.district"] ?? "";
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
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
    const run = runOf(state);
    const district = districtOf(state);
    const all = `${plan} ${run} ${district}`;
    if (asked === all) return;
    asked = all;
    under?.abort(new Error("something else is asked for"));
    const mine = new AbortController();
    under = mine;
    onBegin();
    const { scenario, seed = usual.seed, replicates = usual.replicates } = state;
    const known = ranked?.plan === plan ? ranked.ranking : undefined;
    try {
      const film = await simulation().ask(
        "film",
        {
          ...{ scenario, seed, district, replicates: Math.max(25, replicates) },
          run: known && typeof run === "string" ? known[run] : run,
        },
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
