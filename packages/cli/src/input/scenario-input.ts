import { type Scenario, strategies } from "@uptake/model";

/**
 * Writes a completed scenario as the input that completes to the same: a shipped strategy by its name, any other with
 * its levers. Plain and serialisable; districts that are not embedded are written out.
 */
export function scenarioInput(scenario: Scenario): Record<string, unknown> {
  const { strategy, levers, target, horizon, ...rest } = scenario;
  const shipped = strategies.find(({ name }) => name === strategy);
  const same = shipped !== undefined && JSON.stringify(shipped.levers) === JSON.stringify(levers);
  return {
    ...rest,
    horizon,
    // The usual target lies beyond a short horizon, where asking for it by name is refused.
    // A scenario from a receipt may have been changed by hand, so even the target may be missing.
    target: target?.month > horizon ? { share: target.share, of: target.of } : target,
    strategy: same ? strategy : { name: strategy, levers },
  };
}
