// What the panel of the plan says of levers and their settings.

import { when } from "@uptake/model";
import { decimal } from "./numbers.js";

/** Holds a slider's words: `value` writes a value and its unit; `help` is one line. */
export interface ControlWords {
  readonly label: string;
  readonly value: (value: number) => readonly [amount: string, unit: string];
  readonly help: string;
}

const share =
  (unit: string) =>
  (value: number): readonly [string, string] => [`${decimal(value, 0)}%`, unit];

const one = (value: number, single: string, many: string): string => (decimal(value) === "1" ? single : many);

/** Words of the plain controls, by name. */
const plainWords: Readonly<Record<string, ControlWords>> = {
  vision: {
    label: "Shared vision",
    value: share("clear"),
    help: "Equity as the reason, said so that schools hear it.",
  },
  equity: {
    label: "Neediest schools first",
    value: share("weight"),
    help: "Poverty counts in invitations and coach hours.",
  },
  protection: {
    label: "Test pressure",
    value: share("kept away"),
    help: "From schools that try, if principals pass it on.",
  },
  assessment: {
    label: "Honest look",
    value: share("depth"),
    help: "A study of norms and culture before anything starts.",
  },
  time: {
    label: "Release time",
    value: (value) => [decimal(value), `${one(value, "hour", "hours")} a month`],
    help: "Away from class, to plan and to visit others.",
  },
  departments: {
    label: "Departments together",
    value: (value) => [`${decimal(value, 1)} of 6`, "aligned"],
    help: "From coaching to evaluation, one message.",
  },
  invitation: {
    label: "Invitation",
    value: share("of schools a wave"),
    help: "Only schools that join receive anything.",
  },
  mandate: { label: "Mandate", value: share("force"), help: "Schools join by order; owning it comes later." },
  choice: {
    label: "Teachers’ choice",
    value: share("open"),
    help: "How far teachers choose and adapt; today it is half.",
  },
  coaching: {
    label: "Coaching",
    value: (value) => [decimal(value), `${one(value, "coach", "coaches")} per 100 teachers`],
    help: "For the teachers of schools that have joined.",
  },
  institutes: {
    label: "Summer institutes",
    value: (value) => [decimal(value), `${one(value, "day", "days")} a year`],
    help: "June days of living the practice as a learner.",
  },
  leaders: {
    label: "Prepared principals",
    value: share("prepared"),
    help: "They learn the practice before they lead it.",
  },
  design: { label: "School design", value: share("redesigned"), help: "A schedule that leaves time for the practice." },
  partnership: {
    label: "Partners",
    value: share("made together"),
    help: "Plans drawn up with district and community.",
  },
  improvement: {
    label: "Learning from evidence",
    value: share("strength"),
    help: "A half-yearly survey that moves coach hours.",
  },
  scope: {
    label: "How much of the practice",
    value: share("of it"),
    help: "A part is easier to take up, and shallower.",
  },
};

/** Labels of the settings that have no plain control; their help is what the model says of them. */
const settingLabels: Readonly<Record<string, string>> = {
  "investment.principals": "Principals’ development",
  "investment.office": "Central office",
  "investment.coaches": "Coaches’ development",
  "departments.curriculum": "Curriculum",
  "departments.materials": "Materials",
  "departments.assessment": "Assessment office",
  "departments.evaluation": "Teacher evaluation",
  "departments.coaching": "Professional learning",
  "departments.leadership": "School supervision",
  "departments.pace": "Pace",
  "departments.embed": "Embedding in policy",
  "entry.volunteers": "Open call",
  "entry.tailored": "Fitted to the place",
  "entry.decided": "Decided by whole schools",
  "guidance.prescription": "Prescription",
  "coaching.release": "Release of coaching",
  "learning.visits": "Visits between schools",
  "learning.repository": "Repository",
  "learning.interDistrict": "Visits to other districts",
  "leadership.pipeline": "Pipeline of leaders",
  "design.teams": "Teams that share students",
  "partnership.waivers": "Waivers",
};

/** Holds the words of the panel itself. */
export const panelWords = {
  structures: "What the networks add",
  plain: "The main settings",
  all: (count: number): string => `All ${count} settings`,
  from: (month: number): string => `from year ${Math.floor(month / 12) + 1}`,
  varies: ["as planned", "over time"] as const,
  besides: "Also in this plan: ",
  when: "When",
  start: "Starts",
  length: "Lasts",
  startValue: (months: number): readonly [string, string] =>
    months === 0 ? ["at once", ""] : [decimal(months / 12), `${one(months / 12, "year", "years")} later`],
  lengthValue: (months: number): readonly [string, string] => [decimal(months / 12), one(months / 12, "year", "years")],
  evidence: "What it rests on",
  move: "Move it",
  acts: (through: string): string => `Acts through ${through}.`,
  loses: (when: string): string => `Loses when ${when}.`,
  delay: (months: number): string => (months === 0 ? "" : `It takes ${months} months from paying to effect.`),
  status: {
    measured: "measured",
    abstract: "from an abstract",
    computed: "computed from figures",
    choice: "no direct estimate",
  } as Readonly<Record<string, string>>,
  strip: (month: number, runs: number): string =>
    `Along the slider: the median ${month === 0 ? "at" : "in"} ${when(month)}, of ${runs} runs at each of 7 places. The full height is 50 points.`,
  options: {
    openness: "The most open first",
    need: "The neediest first",
    random: "By lot",
    equal: "Equally",
    all: "All schools",
    elementary: "Elementary schools",
    middle: "Middle schools",
    high: "High schools",
    secondary: "Middle and high schools",
  } as Readonly<Record<string, string>>,
} as const;

/** Returns the words of a control: of a plain one its own, of another a label and what the model says of the setting. */
export function wordsOfControl(name: string, doc: string): ControlWords {
  return (
    plainWords[name] ?? {
      label: settingLabels[name] ?? name,
      value: (value) => [`${decimal(value, 0)}%`, ""],
      help: doc,
    }
  );
}
