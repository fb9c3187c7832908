import { offered, resolved } from "./taken.mjs";

/**
 * Lists the fields that the forms of a file have, in their order: the path of each, whether all that have it need it, and
 * its schema in each. Fields within a field come after it: `a.b` of a group, `a[].b` of the groups of a list, and `a.NAME`
 * of what stands under names of one's own.
 */
export function fieldsOf(forms, defs) {
  const file = unseen();
  for (const form of forms) gather(file, form, "", form, defs);
  return listed("", file).slice(1);
}

/** Makes a field of which nothing is known yet. */
const unseen = () => ({ needed: true, seen: [], within: new Map() });

const listed = (path, { needed, seen, within }) => [
  { path, needed, seen },
  ...[...within].flatMap(([step, inner]) => listed(path === "" ? step.slice(1) : `${path}${step}`, inner)),
];

/** Adds to a field what a schema holds within it; `items` is `[]` for what the items of a list hold. */
function gather(field, schema, items, form, defs) {
  const { properties = {}, required = [], additionalProperties, items: each } = schema;
  const inner = Object.entries(properties).map(([name, one]) => [name, one, required.includes(name)]);
  if (Object.keys(additionalProperties || {}).length > 0) inner.push(["NAME", additionalProperties, false]);
  for (const [name, one, needed] of inner) {
    const step = `${items}.${name}`;
    const own = resolved(one, defs);
    const known = field.within.get(step) ?? unseen();
    known.seen.push({ schema: own, form });
    known.needed &&= needed;
    field.within.set(step, known);
    gather(known, own, "", form, defs);
  }
  for (const one of offered(schema)) gather(field, resolved(one, defs), items, form, defs);
  if (each) gather(field, resolved(each, defs), `${items}[]`, form, defs);
}
