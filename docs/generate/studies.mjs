import { code, table } from "./table.mjs";

const listed = (values) => values.map((value) => code(value)).join(", ");

/** Says in words what a schema takes. */
function taken(schema, defs) {
  if (schema.$ref) return taken(defs[schema.$ref.replace("#/$defs/", "")], defs);
  const { type, anyOf, oneOf, enum: names, const: only, minimum, maximum, items, minItems, maxItems } = schema;
  const several = anyOf ?? oneOf;
  if (several) return [...new Set(several.map((one) => taken(one, defs)))].join("; or ");
  if (only !== undefined) return code(only);
  if (names) return names.length > 12 ? "a name" : listed(names);
  if (type === "boolean") return "`true`, `false`";
  if (type === "string") return "a text";
  if (type === "array") {
    const size =
      minItems === maxItems ? minItems : minItems === undefined ? `up to ${maxItems}` : `${minItems} to ${maxItems}`;
    return maxItems === undefined || !items ? "a list" : `a list of ${size}`;
  }
  if (type !== "number" && type !== "integer") return "a group of fields";
  const whole = type === "integer" ? "whole, " : "";
  const beyond = (end) => end === undefined || Math.abs(end) >= Number.MAX_SAFE_INTEGER;
  const low = beyond(minimum)
    ? schema.exclusiveMinimum === undefined
      ? ""
      : `above ${schema.exclusiveMinimum}`
    : minimum;
  if (low === "" && beyond(maximum)) return type === "integer" ? "a whole number" : "a number";
  if (beyond(maximum)) return `${whole}${low}${beyond(minimum) ? "" : " or more"}`;
  return `${whole}${low === "" ? "up to" : `${low}${beyond(minimum) ? ", up" : ""} to`} ${maximum}`;
}

/** Writes a default short; groups of fields are too long for a cell. */
function usual(value) {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
  return text === "{}" || text === "[]" ? "" : text;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const common = ["version", "kind", "name", "seed", "scenario"];

/** Writes the fields of a kind of study: what they mean, what they take and their defaults. */
export function study({ studySchema: { anyOf, $defs } }, [kind]) {
  const forms = anyOf.filter(({ properties }) => properties.kind.const === kind);
  if (forms.length === 0) throw new Error(`no kind of study is called “${kind}”`);
  const names = [...new Set(forms.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = names
    .filter((name) => !common.includes(name))
    .map((name) => {
      const having = forms.filter(({ properties }) => properties[name]);
      const each = (of) => [...new Set(having.map(of).filter((text) => text !== ""))].join("; ");
      const needed = having.every(({ required = [] }) => required.includes(name));
      const some = having.length < forms.length ? only(forms, having) : "";
      return [
        code(name),
        `${capital(each(({ properties }) => properties[name].description ?? ""))}${some}`,
        each(({ properties }) => taken(properties[name], $defs)),
        needed ? "needed" : each(({ properties }) => usual(properties[name].default)),
      ];
    });
  return table(["field", "meaning", "takes", "default"], rows);
}

/** Says with which values of the field that tells the forms of a kind apart another field goes. */
function only(forms, having) {
  const [first] = forms;
  const telling = Object.keys(first.properties).find(
    (name) =>
      !common.includes(name) && forms.every(({ properties }) => properties[name]?.const ?? properties[name]?.enum),
  );
  if (!telling) return "";
  const values = having.flatMap(({ properties }) => properties[telling].enum ?? [properties[telling].const]);
  return ` (${code(telling)}: ${values.join(", ")})`;
}

/** Writes what kinds of study there are and what each answers. */
export function studies({ studySchema: { anyOf } }) {
  const kinds = new Map(anyOf.map(({ properties: { kind } }) => [kind.const, kind.description]));
  return table(
    ["kind", "what it does"],
    [...kinds].map(([kind, doc]) => [code(kind), capital(doc)]),
  );
}
