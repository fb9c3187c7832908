import { code } from "./table.mjs";

/** Follows a reference to what is defined once for the whole schema. */
export function resolved(schema, defs) {
  return schema.$ref ? defs[schema.$ref.replace("#/$defs/", "")] : schema;
}

/** Lists what a schema takes of several kinds, without what it knows only to refuse it with a reason. */
export function offered({ anyOf = [], oneOf = [] }) {
  return [...anyOf, ...oneOf].filter(({ description = "" }) => !description.startsWith("Refused:"));
}

/** Says in words what a schema takes; `or` stands between what it takes of several kinds. */
export function taken(schema, defs, or = "; or ") {
  const own = resolved(schema, defs);
  const several = offered(own);
  if (several.length > 0) return [...new Set(several.map((one) => taken(one, defs, or)))].join(or);
  const { type, enum: names, const: only, properties, additionalProperties = {} } = own;
  if (only !== undefined) return code(only);
  if (names) return names.length > 12 ? "a name" : names.map(code).join(", ");
  if (type === "boolean") return "`true`, `false`";
  if (type === "string") return "a text";
  if (type === "array") return list(own, defs);
  if (type === "number" || type === "integer") return number(own);
  if (properties) return "the fields below";
  return Object.keys(additionalProperties).length > 0 ? "fields by name, as below" : "a plan written out";
}

/** Says in words how many items a list has, and what each is. */
function list({ prefixItems: [item] = [], items, minItems, maxItems }, defs) {
  const size =
    minItems === undefined ? `up to ${maxItems}` : minItems === maxItems ? minItems : `${minItems} to ${maxItems}`;
  const one = item ?? items;
  const each = one ? `, each ${taken(one, defs, " or ")}` : "";
  return `${maxItems === undefined ? "a list" : `a list of ${size}`}${each}`;
}

const beyond = (end) => end === undefined || Math.abs(end) >= Number.MAX_SAFE_INTEGER;

/** Says in words between what ends a number lies. */
function number({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }) {
  const from = beyond(minimum) ? undefined : minimum;
  const to = beyond(maximum) ? undefined : maximum;
  const above = from ?? (beyond(exclusiveMinimum) ? undefined : `above ${exclusiveMinimum}`);
  const below = to === undefined ? (beyond(exclusiveMaximum) ? undefined : `below ${exclusiveMaximum}`) : `up to ${to}`;
  const whole = type === "integer";
  if (above === undefined && below === undefined) return whole ? "a whole number" : "a number";
  const span =
    from !== undefined && to !== undefined
      ? `${from} to ${to}`
      : from !== undefined && below === undefined
        ? `${from} or more`
        : [above, below].filter((end) => end !== undefined).join(", ");
  return `${multipleOf === 2 ? "even, " : whole ? "whole, " : ""}${span}`;
}
