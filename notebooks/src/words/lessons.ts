// What the page "Lessons and networks" says. Passages of the founding documents are told in our own words.

import { dollars, percent } from "@uptake/charts";
import { count, decimal } from "./numbers.js";
import { withPlus } from "./points.js";

type Amount = readonly [amount: string, unit: string];

/** Holds what is said of one place that a lesson is tried in. */
interface PlaceWords {
  /** Says what is so there, and what the other plan does where that is not plain. */
  readonly where: string;
  readonly label: string;
  readonly help: string;
  readonly value: (value: number) => Amount;
}

/** Holds what is said of one lesson. */
export interface LessonWords {
  readonly title: string;
  /** Names it in the list of contents. */
  readonly short: string;
  readonly told: string;
  readonly win: PlaceWords;
  readonly loss: PlaceWords;
}

type Outcome = "ahead" | "behind" | "even";

const share =
  (unit: string) =>
  (value: number): Amount => [percent(value), unit];
const signed =
  (unit: string) =>
  (value: number): Amount => [withPlus(decimal(value, 1)), unit];

/** Holds the page's words. */
export const lessonsWords = {
  heading: "Six lessons, and where each of them loses",
  lead: "Ten partnerships of researchers and school districts set out to bring a teaching practice from 15% of educators to 80% in three years. Six lessons were drawn from what they met. Nobody measured what each of them does, so in this model each is a range of beliefs that includes no effect at all, and each can lose.",
  how: "Move a slider and see where it turns. In every figure two plans of the same planned cost run in the same 64 worlds and luck: one heeds the lesson, the other spends the money otherwise. Unless told otherwise, that is on more coaches, and in a made-up district of ten schools and 250 teachers, from 10% to 90% of their students low-income. Wins and losses were sought on purpose: a place where a lesson wins can be, and need not be common. The row between them is the lesson in worlds drawn as the model believes them.",
  contents: "On this page",
  noScript: "With JavaScript, each lesson can be tried: a slider in the place where it wins, and one where it loses.",
  number: (lesson: number): string => `Lesson ${lesson}`,
  places: { win: "Where it wins", ordinary: "In worlds as believed", loss: "Where it loses" },
  row(place: "win" | "ordinary" | "loss", short: string, month: number): string {
    const notes = [short, month === 34 ? "" : `year ${(month + 2) / 12}`].filter((text) => text !== "");
    return [this.places[place], ...notes].join(", ");
  },
  bars: {
    measured: "Share of teachers who use the practice",
    unit: "share of teachers",
    a: "the other plan",
    b: "the lesson",
  },
  measures: {
    adoption: { of: "adoption", short: "" },
    worstTier: { of: "adoption in the poverty third that has least", short: "worst third" },
  } as Readonly<Record<string, { readonly of: string; readonly short: string }>>,
  verdict(win: Outcome, loss: Outcome): string {
    const both = [win, loss];
    const ahead = both.filter((one) => one === "ahead").length;
    const behind = both.filter((one) => one === "behind").length;
    if (ahead === 2) return "It wins in both places now.";
    if (behind === 2) return "It loses in both places now.";
    if (ahead === 1 && behind === 1)
      return win === "ahead" ? "It can win, and it can lose." : "Both places have turned.";
    if (ahead === 1) return "It wins in one place; in the other nothing can be told.";
    if (behind === 1) return "It loses in one place; in the other nothing can be told.";
    return "Nothing can be told in either place now.";
  },
  ordinarily: (outcome: Outcome): string =>
    ({
      ahead: "In worlds as the model believes them it comes out ahead of the other plan.",
      behind: "In worlds as the model believes them it falls behind the other plan.",
      even: "In worlds as the model believes them it cannot be told from the other plan.",
    })[outcome],
  facts: (ahead: number, of: number, planned: number, [here, there]: readonly (number | null)[]): string =>
    `Ahead in ${count(ahead)} of ${count(of)} worlds. Planned at ${dollars(planned)} each over five years; on average ${here == null ? "–" : dollars(here)} is spent, ${there == null ? "–" : dollars(there)} by the other plan.`,
  waiting: "Working it out again, as the slider was moved.",
  sketch: "A sketch, from the first runs where the slider is. What it comes to is said once all runs are in.",
  failed: (message: string): string => `This cannot be worked out: ${message}.`,
  source: "What the model believes of it",
  sourceOf: (label: string): string => `What the model believes of it: ${label}`,
  figure: (title: string): string => `${title}: the lesson against as much money spent otherwise`,
  columns: [
    "place",
    "measured",
    "in",
    "lesson",
    "lesson low",
    "lesson high",
    "other plan",
    "other low",
    "other high",
    "difference",
    "difference low",
    "difference high",
    "worlds ahead",
    "worlds behind",
    "replicates",
    "planned cost",
    "spent",
    "other planned cost",
    "other spent",
  ],
  lessons: {
    vision: {
      title: "A vision for equity, first and to the end",
      short: "Vision",
      told: "One district held its weaker schools, where more students are poor, to tighter rules, and they did not feel free to try anything new. A plain call for volunteers would have brought the stronger schools alone, so equity has to be the aim at the outset and stay it.",
      win: {
        where:
          "Schools answer an open call, test pressure is high and rises with poverty, principals stand behind the practice. What counts is the poverty third that has least.",
        label: "Pressure kept from schools that try",
        help: "A choice: protection, as far as principals pass it on.",
        value: share("kept away"),
      },
      loss: {
        where: "Nothing stands behind the words: no protection, and the office’s departments point the other way.",
        label: "Which way the departments point at first",
        help: "A belief: −1 is against the practice, 1 for it.",
        value: signed("of −1 to 1"),
      },
    },
    assessment: {
      title: "An honest look at the district as it is",
      short: "Honest look",
      told: "Partnerships learnt to look candidly at norms and culture before spreading anything. Teachers feared that whoever looked in on lively lessons would take them for bad ones, and norms were not the same in stronger and weaker schools.",
      win: {
        where:
          "Teachers take each other to be less willing than they are and heed what is found out; candour opens schools, and findings last.",
        label: "How far teachers heed what is found",
        help: "A belief: the rise in their log-odds of trying.",
        value: signed("log-odds"),
      },
      loss: {
        where:
          "Schools are alike and invited anyway, nobody heeds what is found, and a coach for every 10 teachers waits for the study. Judged in May of year 2.",
        label: "Months of study before the launch",
        help: "A choice: no school joins meanwhile.",
        value: (months) => [decimal(months), months === 1 ? "month" : "months"],
      },
    },
    investment: {
      title: "Money at every level",
      short: "Every level",
      told: "No level of the system is to be left out, from classrooms to the central office: what teachers are asked to do and what those above them expect have to agree.",
      win: {
        where:
          "There is a coach for every 12 teachers already, and few hours of coaching do half of what coaching can, so that more of it adds little.",
        label: "Coach hours that do half the work",
        help: "A belief: hours a teacher gets in a month.",
        value: (hours) => [decimal(hours, 1), "hours a month"],
      },
      loss: {
        where:
          "A small rural district of 47 teachers and a small sum: a little at every level, beside a coach for every 60 teachers.",
        label: "Strength at every level",
        help: "A choice: of full investment in time, principals, office, coaches.",
        value: share("of full"),
      },
    },
    departments: {
      title: "Several departments, one message",
      short: "Departments",
      told: "Several departments are to be drawn in at once, so that the pieces cohere and the work outlasts those who began it. One district put the aims of the practice into its strategic plan and its portrait of a graduate.",
      win: {
        where:
          "Departments move fast, fear of being judged weighs, and the superintendent leaves in the third year. What counts is what is left in May of year 5.",
        label: "Work on writing it into plan and policy",
        help: "A choice: from none to all that can be done.",
        value: share("of full"),
      },
      loss: {
        where: "It is half done: some departments move, at half pace, while mixed signals weigh in full.",
        label: "Departments that move",
        help: "A choice: of six, at half pace, with nothing written down.",
        value: (number) => [`${decimal(number)} of 6`, "departments"],
      },
    },
    entry: {
      title: "A way in that fits where power lies",
      short: "Way in",
      told: "In some districts the office decides, in others each school. How a practice is spread is to be fitted to that.",
      win: {
        where:
          "The office has the say. An open call that is fitted to this, against an open call alone; the rest of $600,000 each goes to coaches.",
        label: "How far the office has the say",
        help: "A belief: 0% is left to schools, 100% central.",
        value: share("central"),
      },
      loss: {
        where:
          "The office has the say and could simply require it: an order that is softened where schools seem willing, against the same order throughout.",
        label: "How far the order is softened to fit",
        help: "A choice: at 0% both plans are the same.",
        value: share("fitted"),
      },
    },
    guidance: {
      title: "Guidance and a say of one’s own",
      short: "Guidance",
      told: "Guidance of teaching is to be weighed against the judgement of professionals. In one network local leaders may take the whole approach, or a part of what sets it apart.",
      win: {
        where:
          "The other plan prescribes closely; that speeds nobody, drives people away and leaves few who make it their own. What counts is what is left in May of year 5.",
        label: "How many prescription drives away",
        help: "A belief: the rise in the log-odds of giving up.",
        value: signed("log-odds"),
      },
      loss: {
        where:
          "The other plan prescribes closely; that gives confidence to begin and to go on, speeds novices and drives nobody away, and a say brings nobody to begin.",
        label: "Confidence that prescription gives",
        help: "A belief: for beginning and for going on, in log-odds.",
        value: signed("log-odds"),
      },
    },
  } as Readonly<Record<string, LessonWords>>,
  together: {
    title: "All six at once",
    text: "What the six add together, and what each adds when the rest is there, is a question for the other pages.",
    open: "Open all six lessons in Tune",
  },
  networks: {
    heading: "Ten networks and three places",
    short: "Networks and places",
    lead: "The documents tell of networks of schools that have spread such practices, and of places that did. Each stands here as a plan: a reading of what the documents say, by one rule for all, tuned to no result. It is not a record of what anyone did.",
    kinds: { network: "Network", district: "Place" } as Readonly<Record<string, string>>,
    open: "Open in Tune",
    openOne: (title: string): string => `Open ${title} in Tune`,
    openIn: (district: string): string => `, in ${district}`,
    part: "half of what sets it apart",
    partOne: (title: string): string => `Open half of what sets ${title} apart in Tune`,
    rests: "What it rests on",
    nothing: "No document says it",
    lasts: "How long it lasts",
  },
} as const;
