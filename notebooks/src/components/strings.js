// Every word the pages say, in one place: translate this file to translate the site.

const percent = (share) => {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1%";
  if (whole === 100 && share < 1) return ">99%";
  return `${whole}%`;
};
const point = (share) => Math.round(Math.abs(share) * 100);
const points = (share) => `${point(share)} ${point(share) === 1 ? "point" : "points"}`;
const signed = (share) => `${point(share) === 0 ? "" : share > 0 ? "+" : "−"}${point(share)}`;
const range = (low, high) => {
  const [a, b] = [low, high].map((end) => Math.round(end * 100));
  return `${a < 0 ? "−" : ""}${Math.abs(a)} to ${b < 0 ? "−" : ""}${Math.abs(b)}`.replaceAll(" ", "\u00a0");
};
const count = (value) => Math.round(value).toLocaleString("en-US");
const decimal = (value, digits = 2) => String(Number(value.toFixed(digits)));

/** Chances, from the least; the first that is not under the chance says it in words. */
const verdicts = [
  [0.05, "Almost certainly not."],
  [0.25, "Probably not."],
  [0.5, "Less likely than not."],
  [0.75, "More likely than not."],
  [0.95, "Probably."],
  [Number.POSITIVE_INFINITY, "Almost certainly."],
];

export const strings = {
  site: { name: "Uptake", navigation: "Pages", language: "en" },
  pages: { "/": "Fifteen to eighty" },
  footer: {
    doubt:
      "A thought experiment with stated beliefs, not a forecast: every effect is a range, and each says what supports it.",
  },

  district: {
    label: "District",
    names: {
      "colorado-springs-d11": "Colorado Springs District 11",
      "napa-valley-unified": "Napa Valley Unified",
      "porterville-unified": "Porterville Unified",
      "small-rural": "A small rural district",
      "large-urban": "A large urban district",
      "us-average": "The average US district",
    },
    size: (schools, teachers) =>
      `${count(schools)} schools, ${count(teachers)} teachers. Published totals, made-up schools.`,
  },
  presets: {
    label: "Start from",
    "business-as-usual": "As today",
    "all-six-lessons-scale-up": "All six, at scale-up cost",
  },
  from: (month) => `, from year ${Math.floor(month / 12) + 1}`,

  // `value` writes a value and its unit; `help` is one line.
  controls: {
    invitation: {
      label: "Invitation",
      value: (value) => [`${decimal(value, 0)}%`, "of schools a wave"],
      help: "Only schools that join receive anything.",
    },
    coaching: {
      label: "Coaching",
      value: (value) => [decimal(value), `${decimal(value) === "1" ? "coach" : "coaches"} per 100 teachers`],
      help: "For the teachers of schools that have joined.",
    },
    time: {
      label: "Release time",
      value: (value) => [decimal(value), `${decimal(value) === "1" ? "hour" : "hours"} a month`],
      help: "Away from class, to plan and to visit others.",
    },
    institutes: {
      label: "Summer institutes",
      value: (value) => [decimal(value), `${decimal(value) === "1" ? "day" : "days"} a year`],
      help: "June days of living the practice as a learner.",
    },
    leaders: {
      label: "Prepared principals",
      value: (value) => [`${decimal(value, 0)}%`, "prepared"],
      help: "They learn the practice before they lead it.",
    },
    departments: {
      label: "Departments together",
      value: (value) => [`${decimal(value, 1)} of 6`, "aligned"],
      help: "From coaching to evaluation, one message.",
    },
    protection: {
      label: "Test pressure",
      value: (value) => [`${decimal(value, 0)}%`, "kept away"],
      help: "From schools that try, if principals pass it on.",
    },
    equity: {
      label: "Neediest schools first",
      value: (value) => [`${decimal(value, 0)}%`, "weight"],
      help: "Poverty counts in invitations and coach hours.",
    },
    mandate: {
      label: "Mandate",
      value: (value) => [`${decimal(value, 0)}%`, "force"],
      help: "Schools join by order; owning it comes later.",
    },
  },

  answer: {
    verdict: (chance) => verdicts.find(([below]) => chance < below)?.[1],
    runs: (reached, runs) => `It does so in ${count(reached)} of ${count(runs)} runs.`,
    middle: (third, later, funded) =>
      `Half of the runs have at least ${percent(third)} of teachers using the practice in May of year 3, and half at least ${percent(later)} two years ${funded ? "after the money stops" : "later"}.`,
    waiting: (done, runs) => `Working it out: ${count(done)} of ${count(runs)} runs.`,
    gap: ({ value, low, high }) => {
      if (value === null) return "";
      if (point(value) === 0) return "High-poverty schools keep level with the others.";
      if (low !== null && low <= 0 && high >= 0) return "No clear gap between high- and low-poverty schools.";
      return `High-poverty schools ${value > 0 ? "trail" : "lead"} by ${points(value)}.`;
    },
  },
  fast: "On average faster than if 40% of those not yet using began each year (48, 63 and 69% in May of years 1, 2 and 3), near which there is only a study of twelve coached teachers: doubt this plan, or the model.",
  slow: "Coached schools stay on average below what the evidence on coaching allows (18, 24 and 28% in May of years 1, 2 and 3): doubt the model.",
  noWayIn: "No school joins this plan, so nothing it pays for reaches a teacher. Raise “Invitation” or “Mandate”.",

  fan: {
    title: (plan, changed, district) => `${plan}${changed ? ", changed" : ""} · ${district}`,
    caption: (runs, seed, version) =>
      `Line: median of ${count(runs)} runs; bands: half and nine tenths of runs. Each run is a world and a luck of its own; as today has the same ones. Seed “${seed}”, version ${version}.`,
    usual: "Until this link’s first runs are in, the curve is that of the usual plan.",
    sketch: (done, runs) => `Sketch after ${count(done)} of ${count(runs)} runs.`,
  },
  cards: {
    chance: "Chance of 80%",
    adoption: "May of year 3",
    sustained: "Two years after",
    gap: "Poverty gap",
    percent,
    gapValue: (gap) =>
      point(gap) === 0 ? "none" : `${points(gap).replace("point", "pt")} ${gap > 0 ? "behind" : "ahead"}`,
    chanceNote: (low, high) => `between ${percent(low)} and ${percent(high)}`,
    difference: (estimate, low, high) =>
      `on average ${signed(estimate)} ${point(estimate) === 1 ? "point" : "points"} against as today (${range(low, high)})`,
    same: "as today",
    none: "–",
    noGap: "needs three schools",
    note: "Shares are medians of the runs; the gap is how far high-poverty schools are behind or ahead of low-poverty ones, on average. Differences are low- less high-poverty for the gap, means over paired runs. All intervals are 95%.",
  },
  tools: {
    label: "Result",
    undo: "Undo",
    redo: "Redo",
    copy: "Copy link",
    copied: "Link copied.",
    copyFailed: "Copy this link:",
    png: "PNG",
    svg: "SVG",
    csv: "CSV",
    yaml: "Scenario",
    download: (what) => `Download ${what}`,
    saved: (file) => `${file} saved.`,
    failed: (message) => `Could not be saved: ${message}.`,
  },
  repeat: {
    text: "Download the scenario, then, in a clone of the repository:",
    note: "The same seed gives the same numbers, there and here.",
  },
  failed: (message) => `This browser could not run the simulation (${message}). What is shown is the last result.`,

  link: {
    title: "This link could not be read, so the page starts from its usual plan.",
    tooLong: (length, most) => `It has ${count(length)} characters; ${count(most)} is the most.`,
    future: (version, known) =>
      `It was made by a later version of this page (format ${version}; this one reads ${known}).`,
    noVersion: "It does not say which version of the format it has.",
    unknown: (name) => `Nothing is called “${name}”.`,
    twice: (name) => `“${name}” stands in it twice.`,
    noDistrict: (name) => `No district is called “${name}”.`,
    noStrategy: (name) => `No strategy is called “${name}”.`,
    outOfRange: (label, text, max, step) => `${label}: “${text}” is not a number from 0 to ${max} in steps of ${step}.`,
  },
};
