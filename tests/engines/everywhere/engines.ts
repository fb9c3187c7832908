import { browserNames } from "../../browser/driver.ts";
import { browserEngine } from "./browser-engine.ts";
import type { Engine } from "./engine.ts";
import { jscEngine } from "./jsc-engine.ts";
import { emulatedEngine, nodeEngine } from "./node-engine.ts";
import versions from "./nodes.json" with { type: "json" };

/**
 * Every engine that must give the pinned bits: the oldest Node that the packages admit, a later one, the newest; browsers,
 * JavaScriptCore; Node for aarch64 alone, emulated, where `AARCH64` is set.
 */
export const engines: readonly Engine[] =
  process.env["AARCH64"] === "1"
    ? versions.slice(0, 1).map(emulatedEngine)
    : [...versions.map(nodeEngine), ...browserNames.map(browserEngine), jscEngine];
