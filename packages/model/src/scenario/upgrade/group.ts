/** Holds fields of a file that was not checked yet. */
export type Group = Readonly<Record<string, unknown>>;

/** Returns a value that is a group of fields, undefined for any other. */
export function groupOf(value: unknown): Group | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Group) : undefined;
}

/** Returns a copy of a group with a field set. */
export function withField(group: Group, name: string, value: unknown): Group {
  return { ...group, [name]: value };
}
