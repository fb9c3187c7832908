#!/usr/bin/env bash
# Observable Framework 1.13.4 hands `head`, `header` and `footer` only the front matter it knows itself.
#
# Each of the three may be a function of the page's title, data and path, and `data` is the front matter. But fields that
# Framework has no use for are left out of it, without a word: `description`, from which one would make the tag that search
# engines and previews show, never arrives, while `keywords` and `title` do. The file has to be read and parsed again.
#
# Seen: “written: title description author keywords, handed on: title keywords”. Fails when that changes. Needs a network,
# as the build itself does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export OBSERVABLE_TELEMETRY_DISABLE=true
npm init -y >/dev/null
npm pkg set type=module
npm install --silent --no-audit --no-fund @observablehq/framework@1.13.4
mkdir src
cat >observablehq.config.js <<'JS'
import { writeFileSync } from "node:fs";

export default {
  root: "src",
  head({ data }) {
    writeFileSync("data.txt", Object.keys(data).join(" "));
    return "";
  },
};
JS
cat >src/index.md <<'MD'
---
title: A page
description: What it is about
author: Its writer
keywords: [one, two]
---

# A page
MD
npx observable build >/dev/null 2>&1
echo "written: title description author keywords, handed on: $(cat data.txt)" | tee seen
grep -qx 'written: title description author keywords, handed on: title keywords' seen
