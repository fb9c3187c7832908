import { scenario } from "@uptake/model";
import { expect, type TestContext, test } from "vitest";
import { needs, sharedFile } from "../shared.ts";
import { type DiffusionSet, readDoctors, readWomen } from "./diffusion/diffusion-set.ts";
import { asObserved, engineRuns } from "./diffusion/engine-runs.ts";
import { type Fit, fitRival, fitTerms, strengthInterval, termsOf } from "./diffusion/fit.ts";
import { withFreeLevels } from "./diffusion/free-levels.ts";
import { exposureOf, historiesOf } from "./diffusion/histories.ts";
import { calendarTime, dispositions, type Hazard, logLikelihood, ramp } from "./diffusion/likelihood.ts";
import { outcomesOf, type Spread } from "./diffusion/outcomes.ts";
import { baselines, fitRivals, nameOf, nestedIn } from "./diffusion/rivals.ts";
import { carriedOver, firstThird, heldOut } from "./diffusion/transfer.ts";
import { type Figure, figure } from "./figures.ts";
import { estimate, reader, worstScore } from "./support.ts";

// The equation of trying on two real networks with real adoption times: 125 doctors who took up a new drug, and 1,047
// Korean women who took up family planning. Neither is about teaching. What colleagues do is fitted by a likelihood that
// knows nothing of the engine, beside rivals without contagion, and carried over from one set to the other; then the
// engine itself runs on the same people and ties.

const source = "diffusion-classics";

const record = (context: TestContext, found: Omit<Figure, "pattern">): void =>
  figure(context, { pattern: "diffusion", ...found });

const doctorsOf = (context: TestContext): DiffusionSet =>
  readDoctors(needs(context, "Medical Innovation", sharedFile("data/diffusion-classics/med_innovations.csv")));
const womenOf = (context: TestContext): DiffusionSet =>
  readWomen(needs(context, "Korean family planning", sharedFile("data/diffusion-classics/korean_family_planning.csv")));

const fitted = new Map<string, Map<string, Fit>>();
function fitsOf(set: DiffusionSet): Map<string, Fit> {
  const fits = fitted.get(set.name) ?? fitRivals(historiesOf(set));
  fitted.set(set.name, fits);
  return fits;
}

const planted: Hazard = {
  contagion: "complex",
  level: -2.9,
  calendar: 0,
  dispositionSd: 0.5,
  siteSd: 0,
  strength: 1.5,
  width: 0.4,
  thresholdMean: 0.3,
};

const p = reader({});
/** What the model believes by default, with a level to be fitted. */
const believed: Hazard = {
  contagion: scenario().switches.contagion,
  level: -2.5,
  calendar: 0,
  dispositionSd: p("trying.dispositionSd"),
  siteSd: p("trying.normSd"),
  strength: p("peers.strength"),
  width: p("peers.width"),
  thresholdMean: p("peers.thresholdMean"),
};

/** Says what those defaults are. */
const believedWords = [
  `${believed.contagion} contagion, κ ${believed.strength}`,
  ...(believed.contagion === "complex" ? [`w ${believed.width}, mean threshold ${believed.thresholdMean}`] : []),
  `sd of dispositions ${believed.dispositionSd}, of sites ${believed.siteSd}`,
].join(", ");

const signed = (value: number, digits: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
const plain = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

test("the engine takes the steps that the likelihood says", async (context) => {
  const women = womenOf(context);
  const hazard = { ...planted, calendar: 0.5 };
  let gap = 0;
  let variance = 0;
  for (const run of await engineRuns(women, hazard, "steps", 10, 10)) {
    const seen = asObserved(women, run);
    run.adopted.forEach((when, person) => {
      for (let period = 1; period <= Math.min(when, women.periods); period++) {
        const share = exposureOf(seen, person, period) / 16;
        const logOdds =
          hazard.level +
          hazard.calendar * calendarTime(period, women.periods) +
          hazard.dispositionSd * run.disposition[person]! +
          hazard.strength * ramp("complex", share, run.threshold[person]!, hazard.width);
        const chance = 1 / (1 + Math.exp(-logOdds));
        gap += Number(when === period) - chance;
        variance += chance * (1 - chance);
      }
    });
  }
  const z = gap / Math.sqrt(variance);
  const stepsHold = Math.abs(z) < 4;

  const alone: Hazard = { ...hazard, contagion: "none", strength: 0, level: -2.2 };
  const shares = (await engineRuns(women, alone, "curve", 20, 10)).map(({ adopted }) =>
    Float64Array.from(
      { length: women.periods + 1 },
      (_, period) => adopted.filter((when) => when <= period).length / adopted.length,
    ),
  );
  const left = women.site.map(() => 1);
  const expected = [0];
  for (let period = 1; period <= women.periods; period++) {
    left.forEach((stay, rank) => {
      const logOdds =
        alone.level +
        alone.calendar * calendarTime(period, women.periods) +
        alone.dispositionSd * dispositions[rank % 8]!;
      left[rank] = stay / (1 + Math.exp(logOdds));
    });
    expected.push(1 - left.reduce((sum, stay) => sum + stay, 0) / left.length);
  }
  const worst = worstScore(shares, expected, women.site.length);
  record(context, {
    statistic:
      "the engine's adopters per step against the likelihood's hazard, given everyone's threshold and disposition",
    simulated: `z ${plain(z, 2)}`,
    observed: "0",
    tolerance: "±4",
    holds: stepsHold,
    cases: "100 runs, 1,047 people, planted contagion and calendar time",
  });
  record(context, {
    statistic: "the engine's mean curve without contagion against the closed form",
    simulated: `largest |z| of 10 periods ${worst.z.toFixed(2)}`,
    observed: "0",
    tolerance: "under 4",
    holds: worst.z < 4,
    cases: "200 runs, 1,047 people",
  });
  expect(stepsHold).toBe(true);
  expect(worst.z).toBeLessThan(4);
});

test("a planted strength is found again, and none where none was planted", async (context) => {
  const women = womenOf(context);
  const given: number[] = [];
  const free: Hazard[] = [];
  const gains: number[] = [];
  for (const run of await engineRuns(women, planted, "planted", 4, 3)) {
    const histories = historiesOf(asObserved(women, run));
    const start = { ...planted, strength: 0.5, level: -2.5 };
    given.push(fitTerms(histories, start, ["level", "dispositionSd", "strength"]).hazard.strength);
    if (free.length === 4) continue;
    const all = fitRival(histories, { contagion: "complex", calendar: false, sites: false });
    free.push(all.hazard);
    gains.push(2 * (all.logLikelihood - logLikelihood(histories, planted)));
  }
  const found = estimate(given);
  const within = Math.abs(found.mean - planted.strength) < 3 * found.error;
  record(context, {
    statistic: "strength κ found in runs of the engine on the Korean network, width and thresholds known",
    simulated: `${found.mean.toFixed(2)} ± ${found.error.toFixed(2)}`,
    observed: "1.50 (planted)",
    tolerance: "3 standard errors",
    holds: within,
    cases: "12 runs",
  });
  const listed = (term: "strength" | "width" | "thresholdMean"): string =>
    free.map((hazard) => hazard[term].toFixed(2)).join(", ");
  const worst = Math.max(...gains);
  record(context, {
    statistic: "κ, w and mean threshold found together in such runs",
    simulated: `κ ${listed("strength")}; w ${listed("width")}; mean threshold ${listed("thresholdMean")}; twice the gain over the truth at most ${worst.toFixed(1)}`,
    observed: "1.50; .40; .30 (planted)",
    tolerance: "gain under 20.5 (χ² of 5, 1 in 1,000)",
    holds: worst < 20.5,
    cases: "4 runs",
    note: "a thousand people tell κ but hardly the width: the three trade off",
  });

  const nothing: Hazard = { ...planted, contagion: "none", strength: 0, siteSd: 0.5, level: -2.2 };
  const blind: number[] = [];
  const aware: number[] = [];
  for (const run of await engineRuns(women, nothing, "nothing", 4, 3)) {
    const histories = historiesOf(asObserved(women, run));
    blind.push(fitRival(histories, { contagion: "simple", calendar: false, sites: false }).hazard.strength);
    aware.push(fitRival(histories, { contagion: "simple", calendar: false, sites: true }).hazard.strength);
  }
  const without = estimate(blind);
  const withSites = estimate(aware);
  const clear = Math.abs(withSites.mean) < 3 * withSites.error;
  record(context, {
    statistic: "simple κ found where villages differ and nobody is influenced, villages let differ in the fit",
    simulated: `${plain(withSites.mean, 2)} ± ${withSites.error.toFixed(2)}`,
    observed: "0 (planted)",
    tolerance: "3 standard errors",
    holds: clear,
    cases: "12 runs",
    note: `a fit that does not let villages differ finds ${without.mean.toFixed(2)} ± ${without.error.toFixed(2)}: shared surroundings pass for influence`,
  });
  expect(within).toBe(true);
  expect(worst).toBeLessThan(20.5);
  expect(clear).toBe(true);
});

const readers = { doctors: doctorsOf, women: womenOf };

test.for(["doctors", "women"] as const)("contagion and its rivals, fitted to the %s", (name, context) => {
  const set = readers[name](context);
  const histories = historiesOf(set);
  const fits = fitsOf(set);
  const cases = `${set.site.length} people, ${set.sites.length} sites, ${set.periods} ${set.unit}`;
  record(context, {
    statistic: `${name}: ties between people of the sample`,
    simulated: `${set.ties.flat().length} ties; ${set.outside} of ${set.nominations} nominations fall outside, ${set.ties.filter(({ length }) => length === 0).length} people have no tie`,
    source,
    cases,
  });
  for (const { baseline, calendar, sites } of baselines) {
    const [none, simple, complex] = (["none", "simple", "complex"] as const).map(
      (contagion) => fits.get(nameOf(contagion, baseline))!,
    ) as [Fit, Fit, Fit];
    const gain = none.aic - Math.min(simple.aic, complex.aic);
    const best = simple.aic < complex.aic ? "simple" : "complex";
    record(context, {
      statistic: `${name}, ${baseline}: Akaike's criterion by contagion (lower is better)`,
      simulated: `none ${none.aic.toFixed(1)}, simple ${simple.aic.toFixed(1)}, complex ${complex.aic.toFixed(1)}`,
      source,
      cases,
      note:
        gain > 0
          ? `${best} contagion wins by ${gain.toFixed(1)}`
          : `no contagion wins by ${(-gain).toFixed(1)} over ${best} contagion`,
    });
    for (const contagion of ["none", "simple", "complex"] as const)
      for (const nested of nestedIn({ contagion, calendar, sites }))
        expect(fits.get(nested)!.logLikelihood).toBeLessThanOrEqual(
          fits.get(nameOf(contagion, baseline))!.logLikelihood + 1e-9,
        );
  }
  const free = withFreeLevels(set);
  record(context, {
    statistic: `${name}: simple κ where every period and every site has a level of its own`,
    simulated: `${plain(free.strength, 2)} ± ${free.error.toFixed(2)}, log-likelihood +${free.gain.toFixed(1)}`,
    source,
    cases,
    note: "people otherwise alike; ± one standard error",
  });

  for (const contagion of ["simple", "complex"] as const) {
    const found = fits.get(nameOf(contagion, "constant odds"))!;
    const [low, high] = strengthInterval(histories, found, termsOf({ contagion, calendar: false, sites: false }));
    const { strength, width, thresholdMean, dispositionSd } = found.hazard;
    record(context, {
      statistic: `${name}: κ of ${contagion} contagion, with its 95% profile`,
      simulated: `${strength.toFixed(2)} (${plain(low, 1)} to ${plain(high, 1)})`,
      source,
      cases,
      note: `disposition sd ${dispositionSd.toFixed(2)}${contagion === "complex" ? `, w ${width.toFixed(2)}, mean threshold ${thresholdMean.toFixed(2)}; spread of thresholds held at .25` : ""}`,
    });
  }

  const most = fits.get(nameOf("complex", "constant odds"))!.logLikelihood;
  const ridge: string[] = [];
  const strengths: number[] = [];
  for (const thresholdMean of [0, 0.2, 0.44, 0.7])
    for (const width of [0.2, 0.5, 1]) {
      const start: Hazard = {
        ...believed,
        contagion: "complex",
        strength: 1,
        dispositionSd: 0.4,
        siteSd: 0,
        thresholdMean,
        width,
      };
      const at = fitTerms(histories, start, ["level", "dispositionSd", "strength"]);
      if (most - at.logLikelihood > 2) continue;
      strengths.push(at.hazard.strength);
      ridge.push(`${thresholdMean}/${width}`);
    }
  record(context, {
    statistic: `${name}: κ along the ridge, over pairs of mean threshold and width within 2 of the highest log-likelihood`,
    simulated:
      strengths.length === 0
        ? "no pair of the grid"
        : `${plain(Math.min(...strengths), 2)} to ${plain(Math.max(...strengths), 2)}`,
    source,
    cases: "12 pairs: 0, .2, .44, .7 by .2, .5, 1",
    note: `pairs threshold/width within 2: ${ridge.join(", ")}`,
  });

  const none = fits.get(nameOf("none", "constant odds"))!;
  const ours = fitTerms(histories, believed, ["level"]);
  const freed = fitTerms(histories, believed, ["level", "dispositionSd", "siteSd", "strength"]);
  record(context, {
    statistic: `${name}: the model's defaults, level alone fitted, log-likelihood against no contagion`,
    simulated: signed(ours.logLikelihood - none.logLikelihood, 1),
    source,
    cases,
    note: `${believedWords}; with them the likeliest κ is ${freed.hazard.strength.toFixed(2)}, with sd of dispositions ${freed.hazard.dispositionSd.toFixed(2)} and of sites ${freed.hazard.siteSd.toFixed(2)}, ${signed(freed.logLikelihood - none.logLikelihood, 1)}`,
  });
});

/** Rivals that are carried over, beside the model's defaults. */
const carried = [
  nameOf("none", "constant odds"),
  nameOf("none", "calendar time"),
  nameOf("none", "sites differ"),
  nameOf("simple", "constant odds"),
  nameOf("complex", "constant odds"),
  nameOf("complex", "sites differ"),
];

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Writes what `scores` by site add to `base` in all, with the error the differences between sites give. */
function gainOver(base: readonly number[], scores: readonly number[]): string {
  const { mean, error } = estimate(scores.map((score, site) => score - base[site]!));
  return `${signed(mean * scores.length, 1)} ± ${(error * scores.length).toFixed(1)}`;
}

const deals = 20;
const replicates = 10;

test.for([
  ["women", "doctors"],
  ["doctors", "women"],
] as const)("what is fitted to the %s, carried over to the %s", async ([from, to], context) => {
  const set = readers[to](context);
  const fits = fitsOf(readers[from](context));
  const since = firstThird(set);
  const atRisk = set.adopted.filter((when) => when > since).length;
  const rivals: [string, Hazard][] = [
    ...carried.map((name): [string, Hazard] => [name, fits.get(name)!.hazard]),
    ["the model's defaults", believed],
  ];
  const few = set.sites.length < 10 ? ", few as they are" : "";
  const held: { readonly name: string; readonly hazard: Hazard; readonly scores: readonly number[] }[] = [];
  for (const [name, hazard] of rivals) {
    const moved = carriedOver(set, hazard);
    const scores = heldOut(set, moved);
    held.push({ name, hazard, scores });
    record(context, {
      statistic: `${from} → ${to}, ${name}: log score after the first third, per person`,
      simulated: `${plain(total(scores) / atRisk, 4)}${held.length === 1 ? "" : `, in all ${gainOver(held[0]!.scores, scores)} against ${held[0]!.name}`}`,
      source,
      cases: `${atRisk} people who had not adopted by period ${since}, ${set.sites.length} sites`,
      note: `all from the ${name.startsWith("the model") ? "model" : from} save the level; error from the differences between sites${few}`,
    });
    const outcomes = outcomesOf(set, await engineRuns(set, moved, "carried over", deals, replicates), since);
    const { final, intraclass } = outcomes;
    record(context, {
      statistic: `${from} → ${to}, ${name}: the engine's own runs from nobody`,
      simulated: `curve off by ${outcomes.curveError.toFixed(3)}, final share ${final.mean.toFixed(3)} (${final.low.toFixed(3)}–${final.high.toFixed(3)}), by site off by ${outcomes.siteError.toFixed(3)}, intraclass correlation ${plain(intraclass.mean, 3)} (${plain(intraclass.low, 3)} to ${plain(intraclass.high, 3)})`,
      observed: `final share ${final.observed.toFixed(3)}, intraclass correlation ${plain(intraclass.observed, 3)}`,
      source,
      cases: `${deals * replicates} runs, nine tenths of them in brackets`,
    });
  }
  const fittedOnes = held.filter(({ hazard }) => hazard !== believed);
  const bestOf = (influence: boolean) =>
    fittedOnes
      .filter(({ hazard }) => (hazard.contagion !== "none") === influence)
      .reduce((a, b) => (total(b.scores) > total(a.scores) ? b : a));
  const [rival, contagion] = [bestOf(false), bestOf(true)];
  record(context, {
    statistic: `${from} → ${to}: best log score with contagion against the best without, in all`,
    simulated: gainOver(rival.scores, contagion.scores),
    source,
    cases: `${atRisk} people, ${set.sites.length} sites`,
    note: `${contagion.name} against ${rival.name}; ± one standard error between sites${few}`,
  });
});

/** Says whether villages come apart as observed, less, or more. */
function verdictOf({ low, high, observed }: Spread): string {
  if (observed > high) return "too little: villages observed lie further apart than nine tenths of the runs have them";
  if (observed < low) return "too much: villages observed lie less far apart than nine tenths of the runs have them";
  return "as observed";
}

/** Plans whose villages must come apart as observed: those that let villages differ as the model does. */
const mustHold = [nameOf("complex", "sites differ"), "the model's defaults"];

test("how far villages come apart", async (context) => {
  const women = womenOf(context);
  const defaults = fitTerms(historiesOf(women), believed, ["level"]).hazard;
  for (const name of [...carried, "the model's defaults"]) {
    const hazard = fitsOf(women).get(name)?.hazard ?? defaults;
    const runs = await engineRuns(women, hazard, "own", deals, replicates);
    const { final, intraclass, curveError } = outcomesOf(women, runs, 0);
    const inside = intraclass.low <= intraclass.observed && intraclass.observed <= intraclass.high;
    record(context, {
      statistic: `women, fitted to all ten years, ${name}: intraclass correlation of final use between villages`,
      simulated: `${plain(intraclass.mean, 3)} (${plain(intraclass.low, 3)} to ${plain(intraclass.high, 3)})`,
      observed: plain(intraclass.observed, 3),
      ...(mustHold.includes(name) ? { tolerance: "observed among nine tenths of the runs", holds: inside } : {}),
      source,
      cases: `${deals * replicates} runs of the engine`,
      note: `${verdictOf(intraclass)}; final share ${final.mean.toFixed(3)}, observed ${final.observed.toFixed(3)}; curve off by ${curveError.toFixed(3)}`,
    });
  }
});
