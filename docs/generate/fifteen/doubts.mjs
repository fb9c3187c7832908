import { code, table } from "../table.mjs";
import { byPlace } from "./by-plan.mjs";
import { followed, ids, listed, percent, places, placesWhere, points, quoted, share, studyOf } from "./words.mjs";

const { six, largest, whole } = followed;

const titles = Object.values(places);

/** Writes what each lesson adds to the largest plan in Napa. */
function shares(facts) {
  const { shares: all } = studyOf(facts, "shares", "napa");
  const titleOfLever = (name) => (name === "peers" ? "colleagues’ influence" : code(name));
  return table(
    ["lesson", "its part, points>", "alone, points>", "lost without it, points>"],
    all.map(({ player, share: part, alone, last }) => [
      titleOfLever(player),
      points(part),
      points(alone),
      points(last),
    ]),
  );
}

/** Writes what each set of shocks changes in adoption, and how often half of the teachers are reached under it. */
function stress(facts, [name = followed.largest]) {
  const { shocks } = studyOf(facts, "stress", "napa");
  const planIn = ({ plans }) => Object.entries(plans).find(([label]) => label.startsWith(name))[1];
  const rows = shocks.map(({ shock, doc }, i) => [
    code(shock),
    doc,
    ...ids.flatMap((place) => {
      const { change, success } = planIn(studyOf(facts, "stress", place).shocks[i]);
      return [shock === "none" ? "–" : points(change), percent(success.value)];
    }),
  ]);
  return table(["shocks", "what happens", ...titles.flatMap((title) => [`${title}: points>`, "reaches half>"])], rows);
}

/** Names the shock that costs each plan most, and what it changes in adoption. */
function worst(facts) {
  const worstOf = (name) => (place) =>
    studyOf(facts, "stress", place)
      .shocks.map(({ shock, plans }) => ({
        shock,
        place,
        ...Object.entries(plans).find(([label]) => label.replace(/ \(.*/, "") === name)[1],
      }))
      .toSorted((a, b) => a.change.value - b.change.value)[0];
  return [six, largest, whole]
    .map((name) => {
      const all = ids.map(worstOf(name));
      const one = new Set(all.map(({ shock }) => shock)).size === 1;
      const told = all.map(
        ({ shock, place, change }) => `${one ? "" : `${code(shock)}, `}${points(change)} points in ${places[place]}`,
      );
      return `What harms ${quoted(facts, name)} most is ${one ? `${code(all[0].shock)}: ` : ""}${listed(told)}.`;
    })
    .join(" ");
}

const words = { sceptical: "sceptical", central: "central", hopeful: "hopeful", common: "tied" };

/** Writes what plans come to if all effects are believed to be small, middling or large, or to fail together. */
function beliefs(facts) {
  return byPlace(facts, Object.values(words), (plan) =>
    Object.keys(words).map((name) => {
      const { adoption: reached, chance } = plan.beliefs.find(({ belief }) => belief === name);
      return `${percent(reached.value)}; ${share(chance)}`;
    }),
  );
}

/** Writes the numbers that adoption hangs on, with and without schools that decide. */
function numbers(facts) {
  const [alone, decide] = ["beliefs", "beliefs-decide"].map((question) => studyOf(facts, question, "napa"));
  const docOf = (name) => facts.parameters.find((one) => one.name === name).doc;
  const all = [...new Set([...alone.numbers, ...decide.numbers].map(({ name }) => name))];
  const told = (study, name) => {
    const one = study.numbers.find((number) => number.name === name);
    return one ? [share(one.first), share(one.total)] : ["–", "–"];
  };
  const luck = [alone, decide].flatMap((study) => [share(study.luck.first), share(study.luck.total)]);
  return table(
    ["number", "what it is", "alone>", "in all>", "where schools decide: alone>", "in all >"],
    [
      ...all.map((name) => [code(name), docOf(name), ...told(alone, name), ...told(decide, name)]),
      ["luck", "What chance does in the same world", ...luck],
    ],
  );
}

/** Says which numbers decide, and how much is luck. */
function decides(facts) {
  const told = (question) => {
    const { leaders, luck, tooFew } = studyOf(facts, question, "napa");
    const names = listed(leaders.map((name) => code(name)));
    const most =
      leaders.length === 1
        ? `the largest source is ${names}`
        : `the largest sources, which cannot be told apart, are ${names}`;
    const caution = tooFew ? ", in too few runs to tell as finely as asked" : "";
    return `${most}; luck alone accounts for ${share(luck.first)}${caution}`;
  };
  return `Under the largest strategy, ${told("beliefs")}. Where schools decide, ${told("beliefs-decide")}.`;
}

/** Writes what each rival assumption changes in the largest plan, and how many pairs of plans change places beyond chance. */
function rivals(facts) {
  const { rivals: all } = studyOf(facts, "rivals", "napa");
  const rows = all.map(({ doc }, i) => [
    doc,
    ...ids.map((place) => {
      const { ranking } = studyOf(facts, "rivals", place).rivals[i];
      return points(ranking.find(({ plan }) => plan === followed.largest).change);
    }),
    ids.map((place) => studyOf(facts, "rivals", place).rivals[i].decided).join(", "),
  ]);
  return table(
    ["rival assumption", ...titles.map((title) => `${title}, points>`), "pairs that change places beyond chance>"],
    rows,
  );
}

/** Says under which rival assumptions the order of plans flips. */
function flips(facts) {
  const flipped = (place) =>
    studyOf(facts, "rivals", place)
      .rivals.filter(({ decided }) => decided > 0)
      .map(({ name }) => code(name));
  const total = studyOf(facts, "rivals", "napa").rivals.length;
  const [found, none] = [
    ids.filter((place) => flipped(place).length > 0),
    placesWhere((place) => flipped(place).length === 0),
  ];
  const rest =
    none.length > 0
      ? [
          `under none of ${total} rival assumptions ${none.length === 3 ? "in any of the three districts" : `in ${listed(none)}`}`,
        ]
      : [];
  const told = found.map((place) => `under ${listed(flipped(place))} in ${places[place]}`);
  return `Of the six plans compared, two change places beyond chance ${listed([...told, ...rest])}.`;
}

/** Holds what is written of whose work it is, what breaks it, and what decides, by name. */
export const doubts = { shares, stress, worst, beliefs, numbers, decides, rivals, flips };
