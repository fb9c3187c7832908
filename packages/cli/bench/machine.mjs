import { arch, cpus, platform } from "node:os";
import { whyNoCompiler } from "../../model/bench/compiler.mjs";

/** Describes what is measured on: the processor, how many cores it has for this, the system and Node. */
export function describeMachine() {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    system: `${platform()} ${arch()}`,
    node: process.version,
    compiler: whyNoCompiler() === undefined,
  };
}
