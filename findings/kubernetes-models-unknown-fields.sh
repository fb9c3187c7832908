#!/usr/bin/env bash
# kubernetes-models 4.5.1 checks values and lets unknown fields pass: a misspelt field of a job is “valid”.
#
# validate() holds an object against the schema that Kubernetes publishes for its API. That schema names the fields, their
# types and, for some, the words allowed, but does not forbid other fields; the server itself refuses them only where it
# is asked for strict validation. So `completionMode: indexed` is refused, and `completionsMode: Indexed` passes: each task
# of an indexed job would be without its index. A test of a template by validate() alone proves less than it seems to.
#
# Seen: “completionMode Indexed: valid”, “completionMode indexed: refused”, “completionsMode Indexed: valid”.
# Fails when one of them changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund kubernetes-models@4.5.1
cat >try.mjs <<'JS'
import { Job } from "kubernetes-models/batch/v1";

const container = { name: "task", image: "task" };
const template = { spec: { containers: [container], restartPolicy: "Never" } };
for (const [field, word] of [["completionMode", "Indexed"], ["completionMode", "indexed"], ["completionsMode", "Indexed"]]) {
  const job = new Job({ metadata: { name: "tasks" }, spec: { completions: 12, template, [field]: word } });
  let said = "valid";
  try {
    job.validate();
  } catch {
    said = "refused";
  }
  console.log(`${field} ${word}: ${said}`);
}
JS
node try.mjs | tee seen
grep -qx 'completionMode Indexed: valid' seen
grep -qx 'completionMode indexed: refused' seen
grep -qx 'completionsMode Indexed: valid' seen
