/**
 * Measures how fast the program is and how much memory it takes, in one run on one machine, beside older commits.
 *
 *   pnpm bench [--against REV]… [--only ROW]… [--million] [--json] [--record]
 *
 * `--against` builds a commit in a temporary folder and lets it take turns with the working tree; `--json` prints one
 * object and nothing else; `--record` keeps the figures for `docs/performance.md`. Progress goes to stderr. Exit codes: 0
 * done, 1 something could not be measured, 2 wrong options, 130 stopped.
 */

import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { buildCommits, describeWorkingTree, findCommits, root, UnknownRevision } from "./builds.mjs";
import { describeMachine } from "./machine.mjs";
import { optionsOf, WrongOption } from "./options.mjs";
import { printed } from "./print.mjs";
import { stopAll } from "./process.mjs";
import { record } from "./record.mjs";
import { rows } from "./rows.mjs";
import { workingTree } from "./taken.mjs";

process.on("exit", stopAll);
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.on(signal, () => process.exit(code));

const tell = (text) => console.error(`bench: ${text}`);

/** Measures one row, a second time where the first fails. */
async function measure(row, context) {
  tell(row.name);
  const begun = performance.now();
  const figures = await row.measure(context).catch((error) => {
    tell(`${row.name} once more, as it failed: ${error.message}`);
    return row.measure(context);
  });
  tell(`${row.name} took ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  return figures;
}

try {
  const options = optionsOf(process.argv.slice(2), rows);
  const commits = await findCommits(options.against);
  const result = {
    ...(await describeWorkingTree()),
    against: commits.map(({ name }) => name),
    date: new Date().toISOString().slice(0, 10),
    ...describeMachine(),
    rows: {},
    failed: {},
  };
  const older = await buildCommits(commits, tell);
  const context = {
    builds: [{ name: workingTree, root }, ...older],
    file: (path) => join(root, path),
    million: options.million,
  };
  for (const row of rows.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
    try {
      result.rows[row.name] = await measure(row, context);
    } catch (error) {
      result.failed[row.name] = error.message;
      process.exitCode = 1;
    }
  }
  console.log(options.json ? JSON.stringify(result) : printed(result));
  if (options.record) await record(result, options.only);
} catch (error) {
  const wrong = error instanceof WrongOption || error instanceof UnknownRevision;
  for (const line of error.message.split("\n")) tell(line);
  process.exitCode = wrong ? 2 : 1;
}
