import { makeRecursiveVisitor, ReflectionKind } from "typedoc";

/**
 * Lists the types of `packages` that a public signature, field or type names and no sub-path exports, each with the first
 * place that names it: who uses the packages could not write it down. Of what stands behind `typeof` the value is written
 * out in its place.
 */
export function unexportedTypes(project, packages) {
  const named = new Map();
  for (const one of project.getReflectionsByKind(ReflectionKind.All)) {
    const queried = new Set();
    const visitor = makeRecursiveVisitor({
      query: ({ queryType }) => void queried.add(queryType),
      reference(type) {
        const known = type.reflection || type.refersToTypeParameter || queried.has(type);
        if (!known && packages.includes(type.symbolId?.packageName) && !named.has(type.name))
          named.set(type.name, one.getFullName());
      },
    });
    for (const type of [one.type, one.default, ...(one.extendedTypes ?? [])])
      if (typeof type === "object") type.visit(visitor);
  }
  return [...named].map(([name, place]) => `${place} names the type ${name}, which nothing exports`);
}
