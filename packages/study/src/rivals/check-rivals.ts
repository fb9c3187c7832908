import { allowedParameters, type Issue, nearest, type Plan, parameters } from "@uptake/model";
import { mismatches } from "../ensemble/mismatches.ts";
import { allowedSeries } from "../readings/allowed-series.ts";
import { seriesNames } from "../readings/series-names.ts";
import { formerRivals, type RivalAssumption, rivalAssumptions } from "./rival-assumptions.ts";

/** Most plans ranked at once, and most rivals they are ranked under. */
export const mostPlans = 32;
const mostRivals = 64;

const near = (name: string, names: readonly string[]): Pick<Issue, "nearest"> => {
  const found = nearest(name, names);
  return found === undefined ? {} : { nearest: found };
};

function repeats(names: readonly string[], path: (index: number) => string, what: string): Issue[] {
  return names.flatMap((name, i) =>
    names.indexOf(name) === i
      ? []
      : [{ code: "repeated-name", path: path(i), value: name, message: `another ${what} is called “${name}” too` }],
  );
}

/** Finds what is wrong with a set of plans to be ranked; a single one is only told under each assumption. */
export function checkPlans(plans: readonly Plan[]): Issue[] {
  const [first, ...others] = plans;
  if (first === undefined || plans.length > mostPlans) {
    const allowed = `1 to ${mostPlans} plans`;
    const message = first === undefined ? "there is no plan" : `${plans.length} plans cannot be ranked`;
    return [
      { code: first === undefined ? "too-few" : "too-many", path: "plans", value: plans.length, message, allowed },
    ];
  }
  return [
    ...others.flatMap((plan, i) => mismatches(first, plan, `plans[${i + 1}]`)),
    ...repeats(
      plans.map(({ scenario }) => scenario.name),
      (i) => `plans[${i}].scenario.name`,
      "plan",
    ),
  ];
}

/** Finds the rivals asked for, by name or written out, and what is wrong with them. */
export function findRivals(asked: readonly (string | RivalAssumption)[]): {
  readonly rivals: readonly RivalAssumption[];
  readonly issues: readonly Issue[];
} {
  const known = rivalAssumptions.map(({ name }) => name);
  const issues: Issue[] = repeats(
    asked.map((one) => (typeof one === "string" ? one : one.name)),
    (i) => `rivals[${i}]`,
    "rival",
  );
  if (asked.length > mostRivals) {
    issues.push({ code: "too-many", path: "rivals", message: `has more than ${mostRivals} entries` });
  }
  const rivals = asked.slice(0, mostRivals).flatMap((one, i): RivalAssumption[] => {
    if (typeof one !== "string") {
      issues.push(...checkValues(one, `rivals[${i}].values`));
      return [one];
    }
    const found = [...rivalAssumptions, ...formerRivals].find(({ name }) => name === one);
    if (found) return [found];
    issues.push({
      code: "unknown-rival",
      path: `rivals[${i}]`,
      message: `no rival assumption is called “${one}”`,
      value: one,
      allowed: known.join(", "),
      ...near(one, known),
    });
    return [];
  });
  return { rivals, issues };
}

function checkValues({ values = {} }: RivalAssumption, path: string): Issue[] {
  return Object.entries(values).flatMap(([name, value]): Issue[] => {
    const parameter = parameters.find((one) => one.name === name);
    if (!parameter) {
      const names = parameters.map((one) => one.name);
      const message = `no parameter is called “${name}”`;
      const allowed = allowedParameters;
      return [{ code: "unknown-parameter", path: `${path}.${name}`, message, value, allowed, ...near(name, names) }];
    }
    const [low, high] = parameter.range;
    if (value >= low && value <= high) return [];
    const allowed = `${low} to ${high} (${parameter.unit})`;
    return [{ code: "out-of-range", path: `${path}.${name}`, message: `${value} is out of range`, value, allowed }];
  });
}

/** Finds what is wrong with the measure that plans are ranked by, and with the index it is read at. */
export function checkMeasure(plan: Plan, series: string, months: readonly number[]): Issue[] {
  const issues: Issue[] = [];
  const { scenario } = plan;
  const names = seriesNames(plan);
  if (!names.includes(series) && !series.startsWith("observed.")) {
    const message = `there is no series called “${series}”`;
    const allowed = allowedSeries(names);
    issues.push({ code: "unknown-measure", path: "measure", message, value: series, allowed, ...near(series, names) });
  }
  const [month, ...others] = new Set(months);
  if (others.length > 0) {
    const message = `the plans are to be read at different months: ${[month, ...others].join(", ")}`;
    issues.push({ code: "different-months", path: "month", message, allowed: "a number, the same for all plans" });
  } else if (!(Number.isInteger(month) && (month as number) >= 0 && (month as number) <= scenario.horizon)) {
    const allowed = `a whole number, 0 to ${scenario.horizon}`;
    issues.push({ code: "out-of-range", path: "month", message: `${month} is out of range`, value: month, allowed });
  }
  return issues;
}
