/** Describes one thing wrong with an input, as data: the code and the fields are for programs, the message for people. */
export interface Issue {
  /** Names the kind of fault, in kebab-case, as in `missing-column`. */
  readonly code: string;
  /** Says where the fault is: a field path in a scenario, a column name in a table; empty for the input as a whole. */
  readonly path: string;
  /** Says what is wrong, in a sentence without a final stop. */
  readonly message: string;
  /** Holds the refused value, where there is one. */
  readonly value?: unknown;
  /** Line of the text, from 1. */
  readonly line?: number;
  /** Column of that line, in characters, from 1. */
  readonly column?: number;
  /** Says which values are allowed. */
  readonly allowed?: string;
  /** Holds the nearest allowed name or names to the one given. */
  readonly nearest?: string;
}

/** Writes an issue on one line, as in `3:14 enrolment: "-5" is negative (allowed: a whole number, 0 or more)`. */
export function describeIssue(issue: Issue): string {
  const place = issue.line === undefined ? "" : `${issue.line}${issue.column === undefined ? "" : `:${issue.column}`} `;
  const path = issue.path === "" ? "" : `${issue.path}: `;
  const allowed = issue.allowed === undefined ? "" : ` (allowed: ${issue.allowed})`;
  const nearest = issue.nearest === undefined ? "" : `; did you mean ${issue.nearest}?`;
  return `${place}${path}${issue.message}${allowed}${nearest}`;
}

/** Most issues written out in the message of an error. */
const WRITTEN = 20;

/** Reports everything wrong with an input at once: all of it as data in `issues`, the first 20 in the message. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const written = issues.slice(0, WRITTEN).map(describeIssue);
    if (issues.length > WRITTEN) written.push(`… and ${issues.length - WRITTEN} more`);
    super(written.join("\n"));
    this.name = "InputError";
    this.issues = issues;
  }
}
