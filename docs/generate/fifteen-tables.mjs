import { followed, money, percent, places, planOf, points, share, studyOf, sum, titleOf } from "./fifteen-words.mjs";
import { code, table } from "./table.mjs";

const ids = Object.keys(places);
const titles = Object.values(places);
const right = titles.map((title) => `${title}>`);

/** Writes a row for each plan, and a column for each place. */
function byPlan(facts, names, write) {
  return table(
    ["plan", ...right],
    names.map((name) => [titleOf(name, facts.strategies), ...ids.map((place) => write(planOf(facts, place, name)))]),
  );
}

/** Writes a row for each place and each of the plans that the study follows. */
function byPlace(facts, headings, write, names = Object.values(followed)) {
  return table(
    ["district", "plan", ...headings.map((heading) => `${heading}>`)],
    ids.flatMap((place) =>
      names.map((name, i) => [
        i === 0 ? places[place] : "",
        titleOf(name, facts.strategies),
        ...write(planOf(facts, place, name), place, name),
      ]),
    ),
  );
}

const everyPlan = (facts) =>
  Object.keys(studyOf(facts, "start", "napa").plans).map((name) => name.replace(/ \(.*/, ""));

/** Writes what the districts are: their size and their students, and where they start. */
function districts(facts) {
  const rows = ids.map((place) => {
    const { district, plans } = studyOf(facts, "start", place);
    const { schools } = facts.districts.find(({ id }) => id === district.id);
    const lowIncome = schools.reduce((total, { enrolment, lowIncomeShare }) => total + enrolment * lowIncomeShare, 0);
    const { adoption } = plans["business-as-usual"];
    return [
      places[place],
      district.schools,
      district.teachers.toLocaleString("en-US"),
      district.students.toLocaleString("en-US"),
      percent(lowIncome / district.students),
      percent(adoption.start.value),
      share(adoption.year3),
    ];
  });
  return table(
    [
      "district",
      "schools>",
      "teachers>",
      "students>",
      "low-income students>",
      "adopters at the start>",
      "in May of year 3 if nothing is done>",
    ],
    rows,
  );
}

const adoption = (facts) =>
  byPlan(facts, everyPlan(facts), ({ adoption: { year3 } }) => {
    return `${share(year3)}; ${percent(year3.p10)}–${percent(year3.p90)}`;
  });

/** Writes the chance of each target, from low to high. */
function chances(facts) {
  const { chances: shares } = planOf(facts, "napa", followed.six);
  return byPlace(
    facts,
    shares.map((one) => `${percent(one.share)} of teachers`),
    (plan) => plan.chances.map(share),
    ["coaching-only", ...Object.values(followed)],
  );
}

/** Writes the best plan of each sum in both searches. */
function search(facts) {
  const rows = ids.flatMap((place) => {
    const { district } = studyOf(facts, "start", place);
    const [support, decide] = ["search-support", "search-decide"].map((question) => studyOf(facts, question, place));
    return support.budgets.map(({ budget }, i) => {
      const told = ({ budgets }) => {
        const { best, beliefs } = budgets[i];
        return [share(best.adoption), share(beliefs.find(({ belief }) => belief === "as set").chance)];
      };
      return [
        i === 0 ? places[place] : "",
        money(budget / district.teachers),
        money(budget),
        ...told(support),
        ...told(decide),
      ];
    });
  });
  return table(
    [
      "district",
      "a teacher>",
      "in all>",
      "support alone: adoption>",
      "chance of 80%>",
      "schools may decide: adoption>",
      "chance of 80% >",
    ],
    rows,
  );
}

/** Writes the settings of the best plans of one sum, by its place among the sums. */
function settings(facts, [nth = "2"]) {
  const i = Number(nth) - 1;
  const columns = ["search-support", "search-decide"].flatMap((question) =>
    ids.map((place) => ({ question, place, ...studyOf(facts, question, place).budgets[i].best })),
  );
  const names = [...new Set(columns.flatMap(({ values }) => Object.keys(values ?? {})))];
  const rows = names.map((name) => [
    code(name.replace("levers.", "")),
    ...columns.map(({ values }) => (values ? (values[name] ?? "–") : "as shipped")),
  ]);
  const short = { "search-support": "support", "search-decide": "may decide" };
  return table(["setting", ...columns.map(({ question, place }) => `${places[place]}, ${short[question]}>`)], rows);
}

const thirds = (facts) =>
  byPlace(
    facts,
    ["low-poverty third", "middle", "high-poverty third", "gap, points", "worst third"],
    (plan) => [...Object.values(plan.thirds).map(share), points(plan.gap), share(plan.worstThird)],
    ["volunteers-only", ...Object.values(followed)],
  );

const depth = (facts) =>
  byPlace(facts, ["signed up", "adopters", "deep", "deep, of adopters"], ({ signUps, adoption: { year3 }, deep }) => [
    share(signUps),
    share(year3),
    share(deep),
    percent(deep.value / year3.value),
  ]);

const cost = (facts) =>
  byPlan(
    facts,
    everyPlan(facts).filter((name) => name !== "business-as-usual"),
    (plan) => `${money(plan.cost.value)}; ${sum(plan.costPerAdded)}`,
  );

const lasts = (facts) =>
  byPlace(
    facts,
    ["May of year 3", "May of year 5", "of the gain, kept", "chance of 80% in May of year 5"],
    ({ adoption: { year3, year5 }, kept, stillAtTarget }) => [
      share(year3),
      share(year5),
      kept ? share(kept) : "undefined",
      share(stillAtTarget),
    ],
    ["coaching-only", ...Object.values(followed)],
  );

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

/** Writes what an early count tells of May of year 3. */
function early(facts) {
  const when = { year1: "May of year 1", year2: "May of year 2" };
  const rows = ids.flatMap((place) =>
    Object.entries(when).map(([year, title], i) => {
      const { explained, thirds: all } = studyOf(facts, "early", place)[followed.largest][year];
      return [
        i === 0 ? places[place] : "",
        title,
        percent(explained.all),
        ...explained.asked.map((one) => percent(one.share)),
        ...all.map(({ from, to, chance }) => `${share(chance)}, counts ${percent(from)}–${percent(to)}`),
      ];
    }),
  );
  const { asked } = studyOf(facts, "early", "napa")[followed.largest].year1.explained;
  return table(
    [
      "district",
      "counted in",
      "explained by counting all>",
      ...asked.map(({ teachers }) => `by asking ${teachers}>`),
      "chance of 80% in the lowest third>",
      "in the middle>",
      "in the highest>",
    ],
    rows,
  );
}

/** Writes how many runs each study took, and its receipt. */
function runs({ fifteen }) {
  const all = Object.entries(fifteen.studies);
  return table(
    ["study", "runs>", "failed>", "receipt begins"],
    [
      ...all.map(([name, { runs: count, failed, receipt }]) => [
        code(name),
        count.toLocaleString("en-US"),
        failed,
        code(receipt.slice(0, 12)),
      ]),
      ["all", all.reduce((total, [, { runs: count }]) => total + count, 0).toLocaleString("en-US"), "", ""],
    ],
  );
}

/** Holds the tables of the worked study by name. */
export const tables = {
  districts,
  adoption,
  chances,
  search,
  settings,
  thirds,
  depth,
  cost,
  lasts,
  stress,
  beliefs,
  numbers,
  rivals,
  shares,
  early,
  runs,
};
