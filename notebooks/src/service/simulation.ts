import { type District, type Plan, prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { startScenario } from "@uptake/study/link";
import { SimulationService } from "@uptake/study/service";

/** Holds the tab's simulation service, and makes the plans it runs. */
export interface Simulation extends Pick<SimulationService, "curve" | "ensembles" | "ask" | "evaluate"> {
  /** Starts the workers, so that they load while the page does. */
  wake(): void;
  /**
   * Makes a plan of a scenario.
   *
   * @throws InputError (as a rejection) with everything wrong in the scenario.
   */
  planOf(scenario: ScenarioInput): Promise<Plan>;
  /** Makes the plan that nothing is done in, in the same district, worlds and years as a scenario, to hold it against. */
  baselineOf(scenario: ScenarioInput): Promise<Plan>;
  /** Returns the district of a scenario; the first of several. */
  districtOf(scenario: ScenarioInput): District;
}

/** Plans kept ready: those of business as usual stay while a plan is tuned. */
const plansKept = 40;

let only: Simulation | undefined;

/** Returns the tab's only simulation. Its workers start when they are woken or runs are first asked for. */
export function simulation(): Simulation {
  only ??= start();
  return only;
}

function start(): Simulation {
  let started: SimulationService | undefined;
  const service = (): SimulationService => {
    started ??= new SimulationService({
      spawn: () => new Worker(import.meta.resolve("@uptake/study/service-worker"), { type: "module" }),
      workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1)),
    });
    return started;
  };
  /** Districts are made once each: what is done while a slider moves only lays levers over them. */
  const districts = new Map<string, District>();
  const plans = new Map<string, Promise<Plan>>();

  const district = (name: string): District => {
    const made = districts.get(name) ?? profile(name);
    districts.set(name, made);
    return made;
  };
  const districtOf = ({ district: given = startScenario.district }: ScenarioInput): District => {
    const [first = startScenario.district] = Array.isArray(given) ? (given as readonly (string | District)[]) : [given];
    return typeof first === "string" ? district(first) : (first as District);
  };
  const planOf = (input: ScenarioInput): Promise<Plan> => {
    const key = JSON.stringify(input);
    const kept = plans.get(key) ?? made(input);
    plans.delete(key);
    plans.set(key, kept);
    for (const oldest of plans.keys()) {
      if (plans.size <= plansKept) break;
      plans.delete(oldest);
    }
    return kept;
  };
  // Workers load the worlds that runs are made in; this thread makes none.
  const made = async (input: ScenarioInput): Promise<Plan> =>
    prepare(scenario(Array.isArray(input.district) ? input : { ...input, district: districtOf(input) }), {
      loadWorlds: false,
    });

  return {
    planOf,
    districtOf,
    baselineOf: ({ levers: _, strategy: __, name: ___, ...rest }) => planOf({ ...rest, strategy: "business-as-usual" }),
    wake: () => void service(),
    curve: (listeners) => service().curve(listeners),
    ensembles: (requests, options) => service().ensembles(requests, options),
    evaluate: (priority) => service().evaluate(priority),
    ask: (question, input, options) => service().ask(question, input, options),
  };
}
