import { join } from "node:path";
import { afresh } from "../afresh.mjs";
import { valuesOf } from "../figure.mjs";

const ROUNDS = 15;

/** Measures how much of the processor `uptake --help` takes, as a multiple of Node with nothing to do. */
export const help = {
  name: "help",
  async measure({ builds }) {
    const alone = { name: "Node alone" };
    const argsOf = ({ root }) => (root ? [join(root, "packages/cli/bin/uptake.js"), "--help"] : ["-e", "0"]);
    const { [alone.name]: node, ...taken } = await afresh([...builds, alone], argsOf, ROUNDS);
    return [
      {
        name: "help",
        title: "`uptake --help` in a checkout against Node alone",
        unit: "times its processor time",
        judged: "itself",
        must: 2.5,
        stretch: 1.5,
        note: `Node alone ${(1000 * node.seconds.cpu).toFixed(0)} ms`,
        ...valuesOf(taken, ({ cpu }) => cpu / node.seconds.cpu),
      },
    ];
  },
};
