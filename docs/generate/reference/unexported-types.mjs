import { makeRecursiveVisitor, ReflectionKind } from "typedoc";

/**
 * Lists the types of these packages that a public signature or field names and no sub-path exports, each with the first
 * place that names it: who uses the packages could not write them down.
 */
export function unexportedTypes(project, packages) {
  const named = new Map();
  for (const one of project.getReflectionsByKind(ReflectionKind.All)) {
    const visitor = makeRecursiveVisitor({
      reference(type) {
        const from = type.symbolId?.packageName;
        if (type.reflection || type.refersToTypeParameter || !packages.includes(from) || named.has(type.name)) return;
        named.set(type.name, one.getFullName());
      },
    });
    for (const type of [one.type, one.default, ...(one.extendedTypes ?? [])])
      if (typeof type === "object") type.visit(visitor);
  }
  return [...named].map(([name, place]) => `${place} names the type ${name}, which nothing exports`);
}
