import type { Plot } from "@observablehq/plot";
import { prepare, profile, type ScenarioInput, scenario, targetKinds } from "@uptake/model";
import { bandsOf, type Ensemble, ensemble } from "@uptake/study";
import { targetSeries, targetWords } from "@uptake/study/target";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { studiesOf } from "../test-support/studies.ts";
import * as charts from "./index.ts";
import { adoptionFan, type Figure, fanData, ledgerBars, ledgerData, tierGap, tierGapData } from "./index.ts";

const { document } = new JSDOM("").window;

const run = async (input: ScenarioInput, replicates = 24): Promise<Ensemble> =>
  ensemble(await prepare(scenario({ district: "small-rural", ...input })), { replicates, seed: "gallery" });

/** Prints a chart as a file that a browser shows, on paper, one element a line, so that a change can be read. */
const printed = ({ element }: Figure): string =>
  `${element.outerHTML
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('style="', 'style="background: #fbfaf7; ')
    .replaceAll("><", ">\n<")}\n`;

const studies = studiesOf(charts);

describe("the gallery", () => {
  let usual: Ensemble;
  let plan: Ensemble;
  let two: Ensemble;
  beforeAll(async () => {
    const { schools, ...rest } = profile("small-rural");
    usual = await run({});
    plan = await run({ strategy: "all-six-lessons" });
    two = await run({ district: { ...rest, schools: schools.slice(0, 2) }, horizon: 12 }, 2);
  });

  const drawings: [string, () => Figure][] = [
    ["adoption-fan", () => adoptionFan(fanData(plan, usual), { document })],
    ["adoption-fan-phone", () => adoptionFan(fanData(plan, usual), { document, width: 354, caption: true })],
    ["adoption-fan-one-run", () => adoptionFan(fanData(two), { document, width: 500 })],
    ["tier-gap", () => tierGap(tierGapData(plan), { document, width: 560, caption: true })],
    ["tier-gap-two-schools", () => tierGap(tierGapData(two), { document, width: 354 })],
    ["ledger-bars", () => ledgerBars(ledgerData(plan), { document, width: 560, caption: true })],
    ["ledger-bars-by-tier", () => ledgerBars(ledgerData(plan), { document, width: 354, by: "tier" })],
    ...studies.flatMap(([name, chart]): [string, () => Figure][] => [
      [name, () => chart({ document, caption: true })],
      [`${name}-phone`, () => chart({ document, width: 360, caption: true })],
    ]),
  ];

  test.for(drawings)("%s has no scale of colours, whose schemes the pages are built without", ([, chart]) => {
    const { scale } = chart().element as unknown as Plot;
    expect(scale).toBeInstanceOf(Function);
    expect(scale("color")).toBeUndefined();
  });

  test.for(drawings)("%s", async ([name, chart]) => {
    const figure = chart();
    await expect(printed(figure)).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
    expect(printed(chart()), "is the same when drawn again").toBe(printed(figure));
    expect(() => new JSDOM(printed(figure), { contentType: "image/svg+xml" })).not.toThrow();
  });

  test.for(drawings)("%s is an image that its sentence names, and nothing else", ([, chart]) => {
    const { element, sentence } = chart();
    expect(element.getAttribute("role")).toBe("img");
    expect(element.getAttribute("aria-label")).toBe(sentence);
    expect(element.querySelectorAll("[aria-label], [aria-description], [aria-hidden], [id], a")).toHaveLength(0);
    expect(element.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("states results", () => {
    expect(drawings.map(([, chart]) => chart().sentence)).toMatchInlineSnapshot(`
      [
        "In half of 24 worlds, adoption in May of year 3 lies between 52% and 79%; in nine tenths, between 39% and 92%. The median is 63%. As today, it would be 15%. The target is 80% in May of year 3.",
        "In half of 24 worlds, adoption in May of year 3 lies between 52% and 79%; in nine tenths, between 39% and 92%. The median is 63%. As today, it would be 15%. The target is 80% in May of year 3.",
        "In half of 2 worlds, adoption in August after year 1 lies between 11% and 14%; in nine tenths, between 9% and 15%. The median is 12%. The target is 80% in May of year 3.",
        "In May of year 3, the high-poverty third of teachers is 2 points behind the low-poverty third (mean of 24 worlds, with a 95% interval of −11 to 16 points). The medians are 71% in the low-poverty third, 68% in the middle-poverty third, 69% in the high-poverty third.",
        "Fewer than three schools: there are no poverty thirds to compare.",
        "Over 5 years this plan costs $2.22M in dollars of 2024 (mean of 24 worlds, 95% interval $2.01M to $2.42M; in nine tenths, between $1.56M and $2.86M): Central office $1.53M; Coaches $318k; Institutes, visits $217k; Teachers’ time $106k; Leaders $48.2k.",
        "Over 5 years this plan costs $2.22M in dollars of 2024 (mean of 24 worlds, 95% interval $2.01M to $2.42M; in nine tenths, between $1.56M and $2.86M): Central office $1.59M; Middle-poverty schools $270k; High-poverty schools $185k; Low-poverty schools $173k.",
        "In May of year 3, the median of adoption is 56% under “All six lessons”, 51% under “Coaching only”, 28% under “Institutes for a third of teachers”, 19% under “Mandate” and 14% as today (200 worlds). The target is 40% in May of year 3.",
        "In May of year 3, the median of adoption is 56% under “All six lessons”, 51% under “Coaching only”, 28% under “Institutes for a third of teachers”, 19% under “Mandate” and 14% as today (200 worlds). The target is 40% in May of year 3.",
        "Share of teachers in each stage, from the start to August after year 5 (means of 200 worlds): unaware 45% to 15%; aware 30% to 16%; trying 10% to 19%; using 15% to 36%; owning 0% to 14%.",
        "Share of teachers in each stage, from the start to August after year 5 (means of 200 worlds): unaware 45% to 15%; aware 30% to 16%; trying 10% to 19%; using 15% to 36%; owning 0% to 14%.",
        "In May of year 3, in one run (replicate 7), 38% of 71 teachers in Four schools use or own the practice: 12 unaware, 13 aware, 9 trying, 13 using, 14 owning, 10 lapsed. 1 of 3 schools is in the programme.",
        "In May of year 3, in one run (replicate 7), 38% of 71 teachers in Four schools use or own the practice: 12 unaware, 13 aware, 9 trying, 13 using, 14 owning, 10 lapsed. 1 of 3 schools is in the programme.",
        "In August after year 5, the high-poverty third of teachers is 11 points behind the low-poverty third (mean of 200 worlds, 95% interval 6.9 to 15 points).",
        "In August after year 5, the high-poverty third of teachers is 11 points behind the low-poverty third (mean of 200 worlds, 95% interval 6.9 to 15 points).",
        "In August after year 5, 200 worlds cannot tell “all six lessons” from “coaching only” in adoption: the difference is 1.8 points (mean of 200 worlds on common random numbers, 95% interval −2.7 to 5.4 points).",
        "In August after year 5, 200 worlds cannot tell “all six lessons” from “coaching only” in adoption: the difference is 1.8 points (mean of 200 worlds on common random numbers, 95% interval −2.7 to 5.4 points).",
        "If one step were half as hard, adoption in May of year 3 would gain most, 19 points (95% interval 15 to 23 points), at “Teachers try it”; then +8.4 points at “Users stop” (95% interval 6.2 to 11 points) and +3.1 points at “Teachers come to use it” (95% interval 1.9 to 4.3 points) (means of 200 worlds). 2 of 7 steps cannot be told from no gain. Nobody takes the step “Schools leave the programme”, so nothing can be told of it.",
        "If one step were half as hard, adoption in May of year 3 would gain most, 19 points (95% interval 15 to 23 points), at “Teachers try it”; then +8.4 points at “Users stop” (95% interval 6.2 to 11 points) and +3.1 points at “Teachers come to use it” (95% interval 1.9 to 4.3 points) (means of 200 worlds). 2 of 7 steps cannot be told from no gain. Nobody takes the step “Schools leave the programme”, so nothing can be told of it.",
        "Up to May of year 3, teachers of member and of other schools took these steps, counted each time (means of 200 worlds): heard of it 254 and 170; began to try 1,440 and 58; came to use 686 and 29; came to own 28 and 19. Away from it: gave up trying 662 and 94; stopped using 538 and 248; left the post 624 and 359. Schools: 55 asked to join, 52 joined, 5 left, 47 in the programme then.",
        "Up to May of year 3, teachers of member and of other schools took these steps, counted each time (means of 200 worlds): heard of it 254 and 170; began to try 1,440 and 58; came to use 686 and 29; came to own 28 and 19. Away from it: gave up trying 662 and 94; stopped using 538 and 248; left the post 624 and 359. Schools: 55 asked to join, 52 joined, 5 left, 47 in the programme then.",
        "Of 6 inputs, adoption in May of year 3 moves most, by 19 points (95% interval 15 to 23 points), with “Principal turnover” (47% at its low end, 28% at its high end); next with “Coaching: teachers per coach” (44% at its low end, 31% at its high end) and “Help a coached teacher passes on to colleagues in the same department” (33% at its low end, 43% at its high end); 1 does not move it (means of 200 worlds; of 1 of 6 the difference cannot be told from none).",
        "Of 6 inputs, adoption in May of year 3 moves most, by 19 points (95% interval 15 to 23 points), with “Principal turnover” (47% at its low end, 28% at its high end); next with “Coaching: teachers per coach” (44% at its low end, 31% at its high end) and “Help a coached teacher passes on to colleagues in the same department” (33% at its low end, 43% at its high end); 1 does not move it (means of 200 worlds; of 1 of 6 the difference cannot be told from none).",
        "Of the variance of adoption in May of year 3, “Principal turnover” accounts for 34% (95% interval 29% to 39%) alone and 42% (95% interval 36% to 48%) with its interactions; luck, the seed, for 10% (95% interval 7% to 13%) alone and 16% (95% interval 13% to 19%) with its interactions (200 worlds). 1 of 4 inputs cannot be told from no effect.",
        "Of the variance of adoption in May of year 3, “Principal turnover” accounts for 34% (95% interval 29% to 39%) alone and 42% (95% interval 36% to 48%) with its interactions; luck, the seed, for 10% (95% interval 7% to 13%) alone and 16% (95% interval 13% to 19%) with its interactions (200 worlds). 1 of 4 inputs cannot be told from no effect.",
        "Adoption in May of year 3 is highest, 57%, at “Teachers per coach” 15 and “Leaders prepared” 100%, and lowest, 18%, at “Teachers per coach” 60 and “Leaders prepared” 0% (means of 200 worlds at each of 30 settings; no interval is known). It is not known at 1 of 30 settings.",
        "Adoption in May of year 3 is highest, 57%, at “Teachers per coach” 15 and “Leaders prepared” 100%, and lowest, 18%, at “Teachers per coach” 60 and “Leaders prepared” 0% (means of 200 worlds at each of 30 settings; no interval is known). It is not known at 1 of 30 settings.",
        "The chance of 40% adoption in May of year 3 is highest, 62% (95% interval 55% to 68%), equally at 2 settings, strategy “all-six-lessons” and district “small-rural” among them, and lowest, 0% (95% interval 0% to 2%), at strategy “institutes-only” and district “small-rural” (means of 200 worlds at each of 6 settings).",
        "The chance of 40% adoption in May of year 3 is highest, 62% (95% interval 55% to 68%), equally at 2 settings, strategy “all-six-lessons” and district “small-rural” among them, and lowest, 0% (95% interval 0% to 2%), at strategy “institutes-only” and district “small-rural” (means of 200 worlds at each of 6 settings).",
        "By strategy, adoption in May of year 3 is highest, 61% (95% interval 56% to 66%) with “all-six-lessons”, and lowest, 34% (95% interval 30% to 38%) with “coaching-only” (means of 200 worlds each). It is not known at 1 of 3.",
        "By strategy, adoption in May of year 3 is highest, 61% (95% interval 56% to 66%) with “all-six-lessons”, and lowest, 34% (95% interval 30% to 38%) with “coaching-only” (means of 200 worlds each). It is not known at 1 of 3.",
        "Where it wins, adoption in May of year 3 is 46% with the lesson and 35% with as much spent on coaches: 11 points more (95% interval 8.6 to 13 points). In worlds as believed, adoption in May of year 3 is 41% with the lesson and 42% with as much spent on coaches, which cannot be told apart (−0.6 points, 95% interval −2 to 0.8 points). Where it loses: after two years, adoption in May of year 5 is 25% with the lesson and 30% with as much spent on coaches: 5 points less (95% interval 4 to 6 points). Means of 200 worlds each, paired.",
        "Where it wins, adoption in May of year 3 is 46% with the lesson and 35% with as much spent on coaches: 11 points more (95% interval 8.6 to 13 points). In worlds as believed, adoption in May of year 3 is 41% with the lesson and 42% with as much spent on coaches, which cannot be told apart (−0.6 points, 95% interval −2 to 0.8 points). Where it loses: after two years, adoption in May of year 5 is 25% with the lesson and 30% with as much spent on coaches: 5 points less (95% interval 4 to 6 points). Means of 200 worlds each, paired.",
        "Of 4 inputs drawn, “trying.intercept” moves adoption in May of year 3 farthest, by 28 points (95% interval 20 to 36 points); then “trying.support”, 20 points (95% interval 11 to 29 points) and “peers.strength”, 5 points (95% interval 2 to 8 points); luck alone moves it by 6 points (95% interval 3 to 9 points) (200 runs). 2 of 4 inputs move it farther than luck beyond chance.",
        "Of 4 inputs drawn, “trying.intercept” moves adoption in May of year 3 farthest, by 28 points (95% interval 20 to 36 points); then “trying.support”, 20 points (95% interval 11 to 29 points) and “peers.strength”, 5 points (95% interval 2 to 8 points); luck alone moves it by 6 points (95% interval 3 to 9 points) (200 runs). 2 of 4 inputs move it farther than luck beyond chance.",
        "Over 3 sets of shocks, the most and the least often that there is adoption of at least 20% in May of year 3: “coaching-only” in 85% of worlds (95% interval 80% to 90%) under “none” and 60% of worlds (95% interval 53% to 67%) under “pandemic-year”; “all-six-lessons” in 97% of worlds (95% interval 95% to 99%) under “none” and 90% of worlds (95% interval 86% to 94%) under “pandemic-year”; “mandate” in 60% of worlds (95% interval 53% to 67%) under “none” and 52% of worlds (95% interval 45% to 59%) under “budget-cut” (200 worlds).",
        "Over 3 sets of shocks, the most and the least often that there is adoption of at least 20% in May of year 3: “coaching-only” in 85% of worlds (95% interval 80% to 90%) under “none” and 60% of worlds (95% interval 53% to 67%) under “pandemic-year”; “all-six-lessons” in 97% of worlds (95% interval 95% to 99%) under “none” and 90% of worlds (95% interval 86% to 94%) under “pandemic-year”; “mandate” in 60% of worlds (95% interval 53% to 67%) under “none” and 52% of worlds (95% interval 45% to 59%) under “budget-cut” (200 worlds).",
        "By adoption in May of year 3, the order of means is “coaching-only”, then “mandate”, then “institutes-only”, then “business-as-usual”; 1 of 4 rival assumptions changes it beyond chance: “free-prescription” (“coaching-only” with “mandate”); 1 within chance (200 worlds).",
        "By adoption in May of year 3, the order of means is “coaching-only”, then “mandate”, then “institutes-only”, then “business-as-usual”; 1 of 4 rival assumptions changes it beyond chance: “free-prescription” (“coaching-only” with “mandate”); 1 within chance (200 worlds).",
        "Adoption in May of year 3 is highest, 44% (95% interval 39% to 49%) at coaching teachers per coach 8, and lowest, 27% (95% interval 23% to 31%) at coaching teachers per coach 80 (means of 200 worlds at each of 5 values).",
        "Adoption in May of year 3 is highest, 44% (95% interval 39% to 49%) at coaching teachers per coach 8, and lowest, 27% (95% interval 23% to 31%) at coaching teachers per coach 80 (means of 200 worlds at each of 5 values).",
        "Fails (density 85%, coverage 77%) when principal turnover exceeds 24% a year and coaching starts after month 8. With “Principal turnover” of 24% or more and “Coaching starts” of 8 months or more, 55 of 200 points lie in the box, among them 47 of the 61 cases of interest (200 worlds).",
        "Fails (density 85%, coverage 77%) when principal turnover exceeds 24% a year and coaching starts after month 8. With “Principal turnover” of 24% or more and “Coaching starts” of 8 months or more, 55 of 200 points lie in the box, among them 47 of the 61 cases of interest (200 worlds).",
        "Chance of the target is 2% (95% interval 1% to 5%) for $1.00M with “coaching 6 hours a year”, and 58% (95% interval 51% to 65%) for $6.00M with “coaching 20 hours, leaders prepared, departments aligned, protection from test pressure in every school” (means of 200 worlds, dollars of 2024). At $2.00M and $3.00M, another plan ties: 200 worlds cannot tell which is better.",
        "Chance of the target is 2% (95% interval 1% to 5%) for $1.00M with “coaching 6 hours a year”, and 58% (95% interval 51% to 65%) for $6.00M with “coaching 20 hours, leaders prepared, departments aligned, protection from test pressure in every school” (means of 200 worlds, dollars of 2024). At $2.00M and $3.00M, another plan ties: 200 worlds cannot tell which is better.",
        "Adoption in May of year 3 goes from 15% to 40%, by 25 points (mean of 200 worlds): “Coaching” +14 points (95% interval 12 to 16 points); “Colleagues’ help” +9 points (95% interval 7 to 11 points); “Leaders prepared” +4 points (95% interval 2.8 to 5.2 points); “Prescription” −3 points (95% interval −4.2 to −1.8 points). Not to be told from nothing: “Vision” +0.5 points (95% interval −0.5 to 1.5 points).",
        "Adoption in May of year 3 goes from 15% to 40%, by 25 points (mean of 200 worlds): “Coaching” +14 points (95% interval 12 to 16 points); “Colleagues’ help” +9 points (95% interval 7 to 11 points); “Leaders prepared” +4 points (95% interval 2.8 to 5.2 points); “Prescription” −3 points (95% interval −4.2 to −1.8 points). Not to be told from nothing: “Vision” +0.5 points (95% interval −0.5 to 1.5 points).",
        "By August after year 5, 59% have reached 80% of teachers using the practice (Kaplan–Meier estimate of 200 worlds, 95% interval 52% to 65%). Half have reached it by September of year 5.",
        "By August after year 5, 59% have reached 80% of teachers using the practice (Kaplan–Meier estimate of 200 worlds, 95% interval 52% to 65%). Half have reached it by September of year 5.",
        "In August after year 5, adoption in 7 schools runs from 11% (Fir Elementary) to 62% (Alder Elementary), with 36% in the median school (means of 200 worlds). It is lower than at the start in 1 of them.",
        "In August after year 5, adoption in 7 schools runs from 11% (Fir Elementary) to 62% (Alder Elementary), with 36% in the median school (means of 200 worlds). It is lower than at the start in 1 of them.",
        "The data inform 2 of 4 parameters (200 worlds): “Help from a colleague” 0.12 (95% interval 0.08 to 0.17; before 0 to 0.3); “Yearly loss of practice” 0.09 (95% interval 0.05 to 0.13; before 0.02 to 0.3). They cannot tell “Benefit of a coaching hour” and “Reach of ties between schools”.",
        "The data inform 2 of 4 parameters (200 worlds): “Help from a colleague” 0.12 (95% interval 0.08 to 0.17; before 0 to 0.3); “Yearly loss of practice” 0.09 (95% interval 0.05 to 0.13; before 0.02 to 0.3). They cannot tell “Benefit of a coaching hour” and “Reach of ties between schools”.",
        "The band of the calibrated model holds 5 of 6 observed shares of teachers; outside it: 47% in April of year 2. In August after year 5 the model’s median is 43% (200 worlds, 95% of predictions 30% to 58%).",
        "The band of the calibrated model holds 5 of 6 observed shares of teachers; outside it: 47% in April of year 2. In August after year 5 the model’s median is 43% (200 worlds, 95% of predictions 30% to 58%).",
      ]
    `);
  });

  test("draws the same from stored data", () => {
    const stored = JSON.parse(JSON.stringify(fanData(plan, usual)));
    expect(printed(adoptionFan(stored, { document }))).toBe(printed(adoptionFan(fanData(plan, usual), { document })));
  });

  test.for(targetKinds)("draws and names what a target of %s is of", (of) => {
    const target = { of, share: 0.6, month: 10 };
    const data = fanData({ ...two, scenario: { ...two.scenario, target } }, two);
    expect(data.plan).toEqual(bandsOf(two, targetSeries(of)));
    // The baseline is read as the plan is, whatever its own target.
    expect(data.today).toEqual(data.plan);
    const { element, sentence } = adoptionFan(data, { document, width: 354 });
    const { axis, measure, who } = targetWords[of];
    expect(element.textContent).toContain(axis);
    expect(sentence).toContain(`${measure} in May of year 1 lies between`);
    expect(sentence).toContain(`The target is 60%${of === "teachers" ? "" : ` ${who}`} in May of year 1.`);
  });

  test("marks July: adoption falls in one month, by as much as the run says", () => {
    const { plan: bands } = fanData(plan);
    const path = adoptionFan(fanData(plan), { document }).element.outerHTML.match(/<path d="(M[^"Z]+)"/)?.[1] ?? "";
    expect(path.match(/[ML]/g)).toHaveLength(bands.months.length);
  });
});
