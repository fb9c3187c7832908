import type * as z from "zod";
import { allowedParameters } from "../evidence/allowed-parameters.ts";
import { type Issue, mostIssues, unlisted } from "../issue.ts";
import { nearest, nearestAmong } from "../nearest.ts";
import { type Keys, valueAt, writePath } from "./validate-path.ts";

/** Holds what is needed of a schema's inside. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  /** What a pipe or a transform takes. */
  readonly in?: z.ZodType;
  /** What every field of a record holds. */
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Types of schema that say of another one when it may be left out. */
const wrappers = new Set(["optional", "default", "prefault", "nullable", "readonly"]);

function bare(schema: z.ZodType): z.ZodType {
  const { type, innerType, in: taken } = definition(schema);
  if (taken) return bare(taken);
  return innerType && wrappers.has(type) ? bare(innerType) : schema;
}

/** Lists the schemas that may stand at `keys` of `input`: more than one below a union. */
function schemasAt(schema: z.ZodType, keys: Keys, input: unknown): z.ZodType[] {
  const here = bare(schema);
  const { type, element, shape, valueType, options = [], discriminator } = definition(here);
  if (type === "union") {
    const kind = discriminator === undefined ? undefined : valueAt(input, [discriminator]);
    const meant = options.filter(
      (option) => definition(option).shape?.[discriminator as string]?.safeParse(kind).success,
    );
    return (meant.length > 0 ? meant : options).flatMap((option) => schemasAt(option, keys, input));
  }
  const [key, ...rest] = keys;
  if (key === undefined) return [here];
  const field = shape && Object.hasOwn(shape, key) ? shape[key] : valueType;
  const inside = typeof key === "number" ? element : field;
  return inside ? schemasAt(inside, rest, valueAt(input, [key])) : [];
}

/** Writes a refused value, short enough for a line. */
function show(value: unknown): string {
  if (typeof value === "string") return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (Array.isArray(value)) return "a list";
  if (value === null || value === undefined) return "nothing";
  return typeof value === "object" ? "a group of fields" : String(value);
}

/** Says what kind of value each schema takes, in words. */
function wanted(schemas: readonly z.ZodType[]): string {
  const words = schemas.map((schema) => {
    const { type } = definition(schema);
    if (type === "number")
      return schema.safeParse(0.5).error?.issues.some((i) => i.code === "invalid_type") ? "a whole number" : "a number";
    if (type === "string") return "a text";
    if (type === "enum") return "a name";
    if (type === "array") return "a list";
    if (type === "boolean") return "true or false";
    return type === "object" || type === "record" ? "a group of fields" : type;
  });
  return [...new Set(words)].join(" or ");
}

/** Writes the range of a number with its unit, as in `4 to 400 teachers per coach`. */
export function writeRange(low: number, high: number, unit: string | undefined): string {
  return `${low} to ${high}${unit === undefined || unit === "share" || unit === "number" ? "" : ` ${unit}`}`;
}

/** Most names that are listed as those there are. */
const mostNames = 30;

const groups: readonly (readonly [pattern: RegExp, noun: string])[] = [
  [/(^|\.)levers$/, "lever"],
  [/^parameters\.(values|priors)$/, "parameter"],
];

function unknownFields(
  parent: Keys,
  unknown: readonly string[],
  schemas: readonly z.ZodType[],
  input: unknown,
): Issue[] {
  const path = writePath(parent);
  const lever = /(?:^|\.)levers\.(\w+)$/.exec(path)?.[1];
  const noun = groups.find(([pattern]) => pattern.test(path))?.[1];
  const names = [...new Set(schemas.flatMap((schema) => Object.keys(definition(schema).shape ?? {})))];
  const nearName = nearestAmong(names);
  const issues = unknown.slice(0, mostIssues).map((name): Issue => {
    const shown = show(name);
    const close = nearName(name);
    return {
      code: `unknown-${noun ?? (lever ? "setting" : "field")}`,
      path: writePath([...parent, name]),
      message: noun
        ? `no ${noun} is called ${shown}`
        : lever
          ? `the lever ${lever} has no setting called ${shown}`
          : `there is no field called ${shown}`,
      value: valueAt(input, [...parent, name]),
      ...(close === undefined ? {} : { nearest: close }),
      ...(noun === "parameter"
        ? { allowed: allowedParameters }
        : names.length > 0 && names.length <= mostNames
          ? { allowed: names.join(", ") }
          : {}),
    };
  });
  return unknown.length > issues.length ? [...issues, unlisted(unknown.length - issues.length)] : issues;
}

const near = (name: unknown, names: readonly string[]): { nearest?: string } => {
  const found = typeof name === "string" ? nearest(name, names) : undefined;
  return found === undefined ? {} : { nearest: found };
};

const nouns: Readonly<Record<string, string>> = {
  strategy: "strategy",
  base: "strategy",
  district: "embedded district",
  of: "kind of target",
};

function unknownName(keys: Keys, value: unknown, names: readonly string[]): Issue {
  const field = keys.findLast((key) => typeof key === "string") as string | undefined;
  // Those before today's are upgraded before anything is checked, and later ones refused.
  if (field === "version" && value !== undefined) {
    const message = `${show(value)} is no version of such a file`;
    return { code: "wrong-version", path: writePath(keys), message, value, allowed: `1 to ${names.at(-1)}` };
  }
  const shock = field === "kind" && keys.includes("shocks");
  const noun = shock ? "kind of shock" : nouns[field ?? ""];
  const code = shock ? "unknown-shock" : `unknown-${noun?.split(" ").at(-1) ?? "name"}`;
  if (value === undefined)
    return { code: "missing", path: writePath(keys), message: "is missing", allowed: names.join(", ") };
  const message =
    noun && typeof value === "string"
      ? `no ${noun} is called ${show(value)}`
      : `${show(value)} is not one of the names allowed`;
  return { code, path: writePath(keys), message, value, allowed: names.join(", "), ...near(value, names) };
}

type Fault = z.core.$ZodIssue;

/** Turns what zod found into issues, in the words of this package: of many, the first hundred, and a count of the rest. */
export function explain(faults: readonly Fault[], input: unknown, schema: z.ZodType, under: Keys = []): Issue[] {
  const issues = faults.slice(0, mostIssues).flatMap((fault): Issue[] => {
    const keys: Keys = [...under, ...(fault.path as (string | number)[])];
    const value = valueAt(input, keys);
    const path = writePath(keys);
    const here = schemasAt(schema, keys, input);
    switch (fault.code) {
      case "unrecognized_keys":
        return unknownFields(keys, fault.keys, here, input);
      case "invalid_value":
        return [unknownName(keys, value, fault.values.map(String))];
      case "invalid_union": {
        const { options } = fault as unknown as { options?: readonly string[] };
        if (options) return [unknownName(keys, value, options), ...besideKind(keys, options, input, schema)];
        // The value's own kind says which of the alternatives was meant.
        const meant = fault.errors.find(
          (branch) => branch.length > 0 && !branch.some((f) => f.path.length === 0 && f.code === "invalid_type"),
        );
        const named = fault.errors.flat().find((f) => f.code === "invalid_value");
        if (typeof value === "string" && named) return explain([named], input, schema, keys);
        const objects = meant?.some((f) => f.code !== "invalid_value")
          ? meant
          : fault.errors.find((b) => b.some((f) => f.path.length > 0));
        if (objects) return explain(objects, input, schema, keys);
        return [wrongKind(path, value, here)];
      }
      case "too_small":
      case "too_big":
        return [outOfRange(fault, path, value, here)];
      case "invalid_type":
        return [
          value === undefined
            ? { code: "missing", path, message: `is missing: ${wanted(here)} is needed` }
            : wrongKind(path, value, here),
        ];
      default:
        return [{ code: fault.code.replaceAll("_", "-"), path, message: fault.message, value }];
    }
  });
  return faults.length > mostIssues ? [...issues, unlisted(faults.length - mostIssues)] : issues;
}

/** Finds what is wrong beside an unknown kind: by the one most likely meant, or else what all that may be have against it. */
function besideKind(keys: Keys, kinds: readonly string[], input: unknown, schema: z.ZodType): Issue[] {
  const parent = keys.slice(0, -1);
  const field = keys.at(-1) as string;
  const given = valueAt(input, parent) as Record<string, unknown>;
  const alternatives = schemasAt(schema, parent, input);
  const found = likelyKinds(given[field], kinds, (kind) => {
    const meant = alternatives.find((one) => definition(one).shape?.[field]?.safeParse(kind).success);
    const faults = meant?.safeParse({ ...given, [field]: kind }).error?.issues ?? [];
    // The size of a shock is in the unit of its kind.
    return faults.filter(({ path }) => path[0] !== "size");
  }).map((faults) => explain(faults, input, schema, parent));
  const [first = [], ...rest] = found;
  return first.filter((issue) =>
    rest.every((all) => all.some(({ code, path }) => code === issue.code && path === issue.path)),
  );
}

/** Returns the faults by the kind whose name is the nearest, or else by each of those that know the most of the fields. */
function likelyKinds(
  value: unknown,
  kinds: readonly string[],
  faultsOf: (kind: string) => readonly Fault[],
): readonly (readonly Fault[])[] {
  const { nearest: close } = near(value, kinds);
  if (close !== undefined) return [faultsOf(close)];
  const all = kinds.map(faultsOf);
  const unknown = all.map((faults) =>
    faults.reduce(
      (sum, one) => sum + (one.code === "unrecognized_keys" && one.path.length === 0 ? one.keys.length : 0),
      0,
    ),
  );
  return all.filter((_, k) => unknown[k] === Math.min(...unknown));
}

function wrongKind(path: string, value: unknown, here: readonly z.ZodType[]): Issue {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { code: "not-finite", path, message: `${value} is not a finite number`, value };
  }
  const empty = value === null && here.some((schema) => definition(schema).type === "object");
  const message = `${show(value)} is not ${wanted(here)}${empty ? "; write {} to take every default" : ""}`;
  return { code: "wrong-kind", path, message, value };
}

/** Writes which numbers a schema takes; its ends may be open or missing. */
function allowedBy(schema: z.ZodNumber | undefined): string {
  const unit = schema?.meta()?.unit as string | undefined;
  const { minValue: low, maxValue: high } = schema ?? {};
  const finite = (end: number | null | undefined): end is number =>
    typeof end === "number" && Math.abs(end) < Number.MAX_SAFE_INTEGER;
  const isAbove = schema?.def.checks?.some(({ _zod: { def } }) => {
    const { check, value, inclusive } = def as z.core.$ZodCheckGreaterThanDef;
    return check === "greater_than" && value === low && !inclusive;
  });
  if (finite(low) && isAbove)
    return `above ${low}${finite(high) ? `, up to ${high}` : ""}${unit === undefined ? "" : ` ${unit}`}`;
  if (finite(low) && finite(high)) return writeRange(low, high, unit);
  if (finite(low)) return `${low} or more`;
  return finite(high) ? `${high} or less` : "";
}

function outOfRange(fault: Fault, path: string, value: unknown, here: readonly z.ZodType[]): Issue {
  if (typeof value === "number") {
    const schema = here.find((one) => definition(one).type === "number") as z.ZodNumber | undefined;
    return { code: "out-of-range", path, message: `${value} is out of range`, value, allowed: allowedBy(schema) };
  }
  const limit = fault.code === "too_small" ? fault.minimum : fault.code === "too_big" ? fault.maximum : 0;
  const of = typeof value === "string" ? "characters" : "entries";
  if (fault.code === "too_small") {
    const { length } = value as string | readonly unknown[];
    const message = length > 0 ? `has ${length} of at least ${limit} ${of}` : "is empty";
    return { code: "too-short", path, message, value };
  }
  return { code: "too-long", path, message: `has more than ${limit} ${of}` };
}
