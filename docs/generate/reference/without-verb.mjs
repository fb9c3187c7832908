import { ReflectionKind } from "typedoc";

const named = ReflectionKind.CallSignature | ReflectionKind.Interface | ReflectionKind.Class | ReflectionKind.TypeAlias;

/** Lists functions and types whose docstring does not begin with a verb, as in “Reads …”, “Holds …”. */
export function withoutVerb(project) {
  return project.getReflectionsByKind(named).flatMap((one) => {
    const whose = one.kindOf(ReflectionKind.CallSignature) ? one.parent : one;
    if (!whose.parent?.kindOf(ReflectionKind.Module) || !one.comment) return [];
    const text = one.comment.summary.map((part) => part.text).join("");
    return /^[A-Z][a-z-]*s\b/.test(text) ? [] : [`${whose.getFullName()} begins with no verb: ${text.split("\n")[0]}`];
  });
}
