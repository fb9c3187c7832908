import type { Knob, Lesson, Levers } from "./trial.js";

/** Every school is invited each year; or answers an open call. */
const invitation: Levers = { entry: { cohorts: 1, every: 12, order: "random" } };
const openCall: Levers = { entry: { volunteers: 1 } };

const coaches = (teachersPerCoach: number): Levers => ({ coaching: { teachersPerCoach } });

/** As many coaches as a budget may ever buy; what a plan spends on is scaled down from it. */
const coachesToScale = coaches(4);

/** The plain programme that lessons are added to, and the same with all the money in coaches. */
const programme: Levers = { ...invitation, ...coaches(20) };
const moreCoaches: Levers = { ...invitation, ...coachesToScale };

const vision = (equityPriority: number, protection: number): Levers => ({
  vision: { clarity: 1, equityPriority, protection },
});
const assessment = (months: number): Levers => ({ assessment: { effort: 1, months } });
const investment = (share: number): Levers => ({
  investment: { time: share, principals: share, office: share, coaches: share },
});
const fitted = (way: "volunteers" | "mandate", tailored: number): Levers => ({ entry: { [way]: 1, tailored } });
const guidance = (prescription: number, choice: number): Levers => ({ guidance: { prescription, choice } });

/** Departments in the order in which they come in, the first of them at half pace and with nothing embedded. */
const inTurn = ["curriculum", "coaching", "evaluation", "assessment", "leadership", "materials"] as const;
const someDepartments = (count: number): Levers => ({
  departments: {
    ...Object.fromEntries(inTurn.map((name, i) => [name, i < count ? 1 : 0])),
    pace: 0.5,
    embed: 0,
  },
});

/** Moves a number of the world. */
const belief = (name: string, at: Omit<Knob, "belief" | "set">): Knob => ({
  ...at,
  belief: name,
  set: (value) => ({ world: { [name]: value } }),
});

/** Lists the six lessons, each where it wins, in worlds as drawn, and where it loses: the conditions of the lesson cards. */
export const lessons: readonly Lesson[] = [
  {
    name: "vision",
    trials: {
      win: {
        using: { ...openCall, ...coaches(20), ...vision(0.5, 1) },
        instead: { ...openCall, ...coachesToScale },
        world: {
          "risk.pressure": 0.7,
          "risk.pressurePoverty": 1,
          "entry.risk": 6,
          "trying.risk": 2,
          "entry.vision": 2,
          "principal.support": 0.7,
          "principal.knowledge": 0.45,
          "direction.start": 0.1,
          "trying.vision": 1,
        },
        measure: ["worstTier", 34],
      },
      ordinary: { using: { ...programme, ...vision(0.5, 1) }, instead: moreCoaches },
      loss: {
        using: { ...programme, ...vision(1, 0) },
        instead: moreCoaches,
        world: { "direction.start": -0.5, "trying.vision": 1 },
      },
    },
    knobs: {
      win: { from: 0, to: 1, step: 0.25, start: 1, usual: 0.7, set: (value) => ({ levers: vision(0.5, value) }) },
      loss: belief("direction.start", { from: -0.5, to: 0.1, step: 0.1, start: -0.5, usual: -0.2 }),
    },
  },
  {
    name: "assessment",
    trials: {
      win: {
        using: { ...programme, ...assessment(3) },
        instead: moreCoaches,
        world: {
          "trying.norms": 0.6,
          "openness.candour": 0.2,
          "openness.assessmentPace": 0.45,
          "openness.stale": 0,
          "openness.distrust": 0,
        },
      },
      ordinary: { using: { ...programme, ...assessment(3) }, instead: moreCoaches },
      loss: {
        using: { ...invitation, ...coaches(10), ...assessment(6) },
        instead: moreCoaches,
        world: {
          "trying.norms": 0,
          "openness.candour": 0,
          "openness.disposition": 0,
          "openness.climateSd": 0.05,
          "trying.support": 5,
        },
        measure: ["adoption", 22],
      },
    },
    knobs: {
      win: belief("trying.norms", { from: 0, to: 0.6, step: 0.1, start: 0.6, usual: 0.3 }),
      loss: { from: 1, to: 6, step: 1, start: 6, usual: 3, set: (months) => ({ levers: assessment(months) }) },
    },
  },
  {
    name: "investment",
    trials: {
      win: {
        using: { ...invitation, ...coaches(12), ...investment(0.5) },
        instead: moreCoaches,
        world: { "support.halfHours": 0.6 },
      },
      ordinary: { using: { ...programme, ...investment(0.5) }, instead: moreCoaches },
      loss: {
        using: { ...invitation, ...coaches(60), ...investment(0.1) },
        instead: moreCoaches,
        where: { district: "small-rural" },
      },
    },
    knobs: {
      win: belief("support.halfHours", { from: 0.6, to: 2.4, step: 0.3, start: 0.6, usual: 1.2 }),
      loss: { from: 0.1, to: 0.5, step: 0.1, start: 0.1, usual: 0.5, set: (share) => ({ levers: investment(share) }) },
    },
  },
  {
    name: "departments",
    trials: {
      win: {
        using: { ...programme, departments: { embed: 1 } },
        instead: moreCoaches,
        where: { shocks: [{ kind: "superintendent-exit", month: 30 }] },
        world: {
          "risk.pressure": 0.7,
          "trying.risk": 2,
          "risk.conflict": 1,
          "direction.pace": 0.24,
          "embedding.pace": 0.08,
        },
        measure: ["adoption", 58],
      },
      ordinary: { using: { ...programme, departments: { embed: 1 } }, instead: moreCoaches },
      loss: {
        using: { ...programme, ...someDepartments(2) },
        instead: moreCoaches,
        world: { "risk.conflict": 1, "trying.risk": 2 },
      },
    },
    knobs: {
      win: {
        ...{ from: 0, to: 1, step: 0.25, start: 1, usual: 0.7 },
        set: (embed) => ({ levers: { departments: { embed } } }),
      },
      loss: { from: 1, to: 6, step: 1, start: 2, usual: 6, set: (count) => ({ levers: someDepartments(count) }) },
    },
  },
  {
    name: "entry",
    trials: {
      win: {
        using: { ...fitted("volunteers", 1), ...coachesToScale },
        instead: { ...openCall, ...coachesToScale },
        dollars: 600_000,
        world: { "office.authority": 0.9 },
      },
      ordinary: {
        using: { ...fitted("volunteers", 1), ...coachesToScale },
        instead: { ...openCall, ...coachesToScale },
        dollars: 600_000,
      },
      loss: {
        using: { ...fitted("mandate", 1), ...coachesToScale },
        instead: { entry: { mandate: 1 }, ...coachesToScale },
        dollars: 600_000,
        world: { "office.authority": 0.9 },
      },
    },
    knobs: {
      win: belief("office.authority", { from: 0.1, to: 0.9, step: 0.2, start: 0.9, usual: 0.5 }),
      loss: { from: 0, to: 1, step: 0.25, start: 1, usual: 0.7, set: (by) => ({ levers: fitted("mandate", by) }) },
    },
  },
  {
    name: "guidance",
    trials: {
      win: {
        using: { ...programme, ...guidance(0.3, 0.8) },
        instead: { ...moreCoaches, ...guidance(0.9, 0.1) },
        world: { "depth.prescription": 0, "lapsing.prescription": 1, "owning.prescription": 1, "owning.choice": 2 },
        measure: ["adoption", 58],
      },
      ordinary: { using: { ...programme, ...guidance(0.3, 0.8) }, instead: { ...moreCoaches, ...guidance(0.9, 0.1) } },
      loss: {
        using: { ...programme, ...guidance(0.3, 0.8) },
        instead: { ...moreCoaches, ...guidance(0.9, 0.1) },
        world: {
          "trying.confidence": 0.8,
          "trying.autonomy": 0,
          "lapsing.confidence": 0.8,
          "lapsing.prescription": 0,
          "depth.prescription": 1,
        },
      },
    },
    knobs: {
      win: belief("lapsing.prescription", { from: 0, to: 1, step: 0.25, start: 1, usual: 0.5 }),
      loss: {
        ...{ from: 0, to: 0.8, step: 0.2, start: 0.8, usual: 0.4, belief: "trying.confidence" },
        set: (value) => ({ world: { "trying.confidence": value, "lapsing.confidence": value } }),
      },
    },
  },
];
