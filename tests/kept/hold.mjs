// Holds the process when it has written to a journal, for as long as there is a file `hold` in its folder: for `node --import`.
// However fast the machine is, and however late a test looks, the process is then at its study.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const rest = new Int32Array(new SharedArrayBuffer(4));
const append = fs.appendFileSync;
fs.appendFileSync = (...given) => {
  append(...given);
  while (fs.existsSync("hold")) Atomics.wait(rest, 0, 0, 20);
};
syncBuiltinESMExports();
