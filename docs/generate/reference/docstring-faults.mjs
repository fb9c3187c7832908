import { ReflectionKind } from "typedoc";

const functions = ReflectionKind.CallSignature;
const types = ReflectionKind.Interface | ReflectionKind.Class | ReflectionKind.TypeAlias;
const members = ReflectionKind.Property | ReflectionKind.Accessor;

/** Tells whether a declaration has a docstring, which stands at its signatures where it is a function. */
const documented = (one) =>
  [one, one.getSignature, ...(one.signatures ?? []), ...(one.type?.declaration?.signatures ?? [])].some((part) =>
    part?.hasComment(),
  );

/**
 * Lists what TypeDoc does not look at: functions and types whose docstring begins with no verb, as in “Reads …” or
 * “Holds …”, and members of types without one. What a member's own fields are, its docstring says.
 */
export function docstringFaults(project) {
  const unsaid = project
    .getReflectionsByKind(members)
    .filter((one) => one.parent.kindOf(types) && !documented(one) && !fromElsewhere(one))
    .map((one) => `${one.getFullName()} has no docstring`);
  const verbless = project.getReflectionsByKind(functions | types).flatMap((one) => {
    const whose = one.kindOf(functions) ? one.parent : one;
    if (!whose.parent?.kindOf(ReflectionKind.Module) || !one.comment) return [];
    const text = one.comment.summary.map((part) => part.text).join("");
    return /^[A-Z][a-z-]*s\b/.test(text) ? [] : [`${whose.getFullName()} begins with no verb: ${text.split("\n")[0]}`];
  });
  return [...unsaid, ...verbless];
}

/** Tells whether a member is inherited from the platform, as `stack` is by an error. */
const fromElsewhere = (one) =>
  one.inheritedFrom !== undefined && one.inheritedFrom.reflection === undefined && one.flags.isExternal;
