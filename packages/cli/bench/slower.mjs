/** Share by which a ratio may exceed what is recorded: what other work on a machine of two cores comes to. */
const NOISE = 0.3;

/** Names the ratios that exceed what is recorded by more than noise. */
export const slower = (now, recorded) =>
  Object.keys(now).filter((name) => !(now[name] <= recorded[name] * (1 + NOISE)));
