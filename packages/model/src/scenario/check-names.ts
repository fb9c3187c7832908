import { allowedParameters } from "../evidence/allowed-parameters.ts";
import { parameterNumbers } from "../evidence/parameter-numbers.ts";
import { type Issue, IssueLog } from "../issue.ts";
import { nearest } from "../nearest.ts";
import { leverNumbers } from "./levers/lever-numbers.ts";
import type { ScenarioInput } from "./scenario-type.ts";
import { shockCourses } from "./shock.ts";
import { switchOptions } from "./switch-options.ts";
import { targetKinds } from "./target.ts";
import { transitionNames } from "./transition.ts";
import { type Keys, writePath } from "./validate-path.ts";

const beliefs = ["draw", "values", "priors", "worlds", "effects", "level"];
const switches: Readonly<Record<string, readonly string[] | undefined>> = {
  ...switchOptions,
  everyoneAware: undefined,
  designPrerequisite: undefined,
  prescriptionCosts: undefined,
};
const fields = [
  ...["version", "name", "district", "strategy", "levers", "horizon", "funded", "shocks", "switches", "survey"],
  ...["target", "ease", "own", "parameters"],
];

/** Names the settings of each lever, its times among them. */
const settings: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  leverNumbers.map(({ name, settings: own, choices = [], counts = [] }) => [
    name,
    new Set(["intensity", "start", "end", "ramp", "delay", ...[...own, ...choices, ...counts].map((one) => one.name)]),
  ]),
);

const parameterNames = new Set(parameterNumbers.map(({ name }) => name));

/** Collects names that nothing has. */
class UnknownNames {
  readonly log = new IssueLog();

  /** Adds a name that is not among those known; the nearest is sought only where the issue is listed. */
  add(
    code: string,
    keys: Keys,
    what: string,
    name: string,
    value: unknown,
    known: Iterable<string>,
    allowed?: string,
  ): void {
    const close = this.log.full ? undefined : nearest(name, [...known]);
    const near = { ...(allowed === undefined ? {} : { allowed }), ...(close === undefined ? {} : { nearest: close }) };
    this.log.add({ code, path: writePath(keys), message: `${what} called “${name}”`, value, ...near });
  }

  levers(of: ScenarioInput["levers"], under: Keys): void {
    for (const [name, use] of Object.entries(of ?? {})) {
      const own = settings.get(name);
      if (own === undefined) this.add("unknown-lever", [...under, name], "no lever is", name, use, settings.keys());
      else
        for (const [setting, value] of Object.entries(use))
          if (!own.has(setting))
            this.add(
              "unknown-setting",
              [...under, name, setting],
              `the lever ${name} has no setting`,
              setting,
              value,
              own,
            );
    }
  }

  fields(of: object | undefined, under: Keys, known: readonly string[]): void {
    for (const [name, value] of Object.entries(of ?? {}))
      if (!known.includes(name)) this.add("unknown-field", [...under, name], "there is no field", name, value, known);
  }

  parameters(of: object | undefined, under: Keys): void {
    for (const [name, value] of Object.entries(of ?? {}))
      if (!parameterNames.has(name))
        this.add(
          "unknown-parameter",
          [...under, name],
          "no parameter is",
          name,
          value,
          parameterNames,
          allowedParameters,
        );
  }

  value(value: unknown, keys: Keys, known: readonly string[] | undefined): void {
    if (value === undefined || known === undefined || known.includes(value as string)) return;
    const message = `“${value}” is not one of the names allowed`;
    this.log.add({ code: "unknown-name", path: writePath(keys), message, value, allowed: known.join(", ") });
  }
}

/** Lists every name in the input of a scenario that nothing has: of fields, levers, settings, shocks, parameters. */
export function checkNames(input: ScenarioInput): Issue[] {
  const found = new UnknownNames();
  const { strategy, parameters: held = {}, target } = input;
  found.fields(input, [], fields);
  if (typeof strategy === "object") found.levers(strategy.levers, ["strategy", "levers"]);
  found.levers(input.levers, ["levers"]);
  const kinds = shockCourses.map(({ kind }) => kind);
  input.shocks?.forEach(({ kind }, i) => {
    if (kinds.includes(kind)) return;
    const message = `no kind of shock is called “${kind}”`;
    const path = writePath(["shocks", i, "kind"]);
    found.log.add({ code: "unknown-shock", path, message, value: kind, allowed: kinds.join(", ") });
  });
  found.fields(input.switches, ["switches"], Object.keys(switches));
  for (const [name, value] of Object.entries(input.switches ?? {}))
    found.value(value, ["switches", name], switches[name]);
  found.fields(input.ease, ["ease"], transitionNames);
  found.fields(target, ["target"], ["share", "month", "of"]);
  found.value(target?.of, ["target", "of"], targetKinds);
  found.fields(held, ["parameters"], beliefs);
  found.value(held.draw, ["parameters", "draw"], ["sampled", "priors", "fixed"]);
  found.parameters(held.values, ["parameters", "values"]);
  found.parameters(held.priors, ["parameters", "priors"]);
  return found.log.list();
}
