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

/** Most issues of one input that are listed; the others are counted. */
export const mostIssues = 100;

/** Code of the issue that counts, in its `value`, those that are not listed. */
export const uncounted = "more-faults";

/** Makes the issue that says how many more there are. */
export function unlisted(more: number): Issue {
  const many = String(more).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return {
    code: uncounted,
    path: "",
    message: `${many} more ${more === 1 ? "fault is" : "faults are"} not listed`,
    value: more,
  };
}

/**
 * Collects what is wrong with an input that may be wrong in every row: the first hundred issues, the first of every
 * further code, and the count of the rest.
 */
export class IssueLog {
  readonly #listed: Issue[] = [];
  readonly #codes = new Set<string>();
  #more = 0;

  /** Says how many issues there are, those not listed included. */
  get count(): number {
    return this.#listed.length + this.#more;
  }

  /** Says whether as many are listed as will be: of a further one only the code is told. */
  get full(): boolean {
    return this.#listed.length >= mostIssues;
  }

  /** Adds an issue; one that counts others adds as many. */
  add(issue: Issue): void {
    if (issue.code === uncounted) this.#more += Number(issue.value);
    else if (this.#listed.length < mostIssues || !this.#codes.has(issue.code)) {
      this.#listed.push(issue);
      this.#codes.add(issue.code);
    } else this.#more += 1;
  }

  /** Adds issues one by one. */
  addAll(issues: Iterable<Issue>): void {
    for (const issue of issues) this.add(issue);
  }

  /** Lists the issues; the last counts those not listed, if any. */
  list(): Issue[] {
    return this.#more === 0 ? [...this.#listed] : [...this.#listed, unlisted(this.#more)];
  }
}

/** Returns issues as {@link IssueLog} lists them: the first hundred, the first of each further code, and a count. */
export function firstIssues<T extends Issue>(issues: readonly T[]): readonly T[] {
  if (issues.length <= mostIssues) return issues;
  const log = new IssueLog();
  log.addAll(issues);
  return log.list() as T[];
}

/**
 * Reports everything wrong with an input at once: as data in `issues` (the first hundred, the first of each further
 * code, and an issue that counts the rest), and the first 20 in the message.
 */
export class InputError extends Error {
  /**
   * What is wrong, in the order in which it was found; at most the first hundred and the first of each further code.
   */
  readonly issues: readonly Issue[];

  constructor(all: readonly Issue[]) {
    const issues = firstIssues(all);
    const written = issues.slice(0, WRITTEN).map(describeIssue);
    const rest = issues
      .slice(WRITTEN)
      .reduce((sum, { code, value }) => sum + (code === uncounted ? Number(value) : 1), 0);
    if (rest > 0) written.push(`… and ${rest} more`);
    super(written.join("\n"));
    this.name = "InputError";
    this.issues = issues;
  }
}
