import { fieldsOf } from "./fields.mjs";
import { code, table } from "./table.mjs";
import { offered, taken } from "./taken.mjs";

const common = ["version", "kind", "name", "seed", "scenario"];

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Writes the fields of a kind of study, those within fields too: what they mean, what they take and their defaults. */
export function study({ studySchema: { anyOf, $defs } }, [kind]) {
  const forms = anyOf.filter(({ properties }) => properties.kind.const === kind);
  if (forms.length === 0) throw new Error(`no kind of study is called “${kind}”`);
  const apart = whatTellsApart(forms);
  const names = (some) =>
    some.flatMap(({ properties }) => properties[apart].enum ?? [properties[apart].const]).join(", ");
  const rows = fieldsOf(forms, $defs)
    .filter(({ path }) => !common.some((name) => path === name || path.startsWith(`${name}.`)))
    .map(({ path, needed, seen }) => {
      const having = [...new Set(seen.map(({ form }) => form))];
      const cell = (of) => ofForms(seen, of, names);
      const means = cell(meaning);
      const told = having.length === forms.length || means.endsWith(`(${names([having.at(-1)])})`);
      return [
        code(path),
        `${capital(means)}${told ? "" : ` (${names(having)})`}`,
        path === apart ? names(forms).split(", ").map(code).join(", ") : cell((one) => taken(one, $defs)),
        needed ? "needed" : cell((one) => usual(one.default)),
      ];
    });
  return table(["field", "meaning", "takes", "default"], rows);
}

/** Finds the field by whose value the forms of a kind are told apart, where there is more than one form. */
function whatTellsApart(forms) {
  if (forms.length === 1) return undefined;
  return Object.keys(forms[0].properties).find(
    (name) =>
      !common.includes(name) && forms.every(({ properties }) => properties[name]?.const ?? properties[name]?.enum),
  );
}

/** Says of a field what is so in all forms, or else what is so in which. */
function ofForms(seen, of, names) {
  const forms = new Map();
  for (const { schema, form } of seen) {
    const text = of(schema);
    if (text !== "") forms.set(text, [...(forms.get(text) ?? []), form]);
  }
  if (forms.size <= 1) return [...forms.keys()].join("");
  return [...forms].map(([text, some]) => `${text} (${names(some)})`).join("; ");
}

/** Says what a field means: in its own words, or else in those of each form that it may have. */
function meaning(schema) {
  return (
    schema.description ??
    offered(schema)
      .flatMap(({ description = [] }) => description)
      .join("; ")
  );
}

/** Writes a default short; groups of fields are too long for a cell. */
function usual(value) {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
  return text === "{}" || text === "[]" ? "" : text;
}

/** Writes what kinds of study there are and what each answers. */
export function studies({ studySchema: { anyOf } }) {
  const kinds = new Map(anyOf.map(({ properties: { kind } }) => [kind.const, kind.description]));
  return table(
    ["kind", "what it does"],
    [...kinds].map(([kind, doc]) => [code(kind), capital(doc)]),
  );
}
