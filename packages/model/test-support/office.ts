import { clamp, unit } from "../src/numerics/math.ts";
import { bell, uniform } from "../src/numerics/random.ts";
import { decide, happens } from "./decisions.ts";
import { departments } from "./month.ts";
import { count, type District, LAPSED, type Month, OWNING, openSchools, type School, TRYING, USING } from "./state.ts";

/** Carries out step 1, the office. */
export function stepOffice(district: District, month: Month): void {
  const { office, parameter: p } = district;
  const { t, at, shock, step } = month;

  if (step.first && happens(decide(district, "superintendent-shock", t), shock("superintendentExit"))) {
    loseSuperintendent(district, t);
  }

  for (let k = 0; k < 6; k++) {
    const e = at(`departments.${departments[k]}`) * at("departments.pace");
    const signal = office.signals[k]!;
    const first = step.part(p("direction.pace") * e * office.commitment) * (1 - signal);
    const second = step.part(p("direction.drift") * (1 - e)) * (office.signalStart[k]! - signal);
    office.signals[k] = clamp(signal + first + second, -1, 1);
  }

  const commitmentTarget = clamp(
    office.commitmentStart +
      p("office.commitmentGain") * at("investment.office") +
      p("results.weight") * office.meanResults,
    0,
    1,
  );
  office.commitment += step.part(p("office.pace")) * (commitmentTarget - office.commitment);

  const visionTarget = office.visionStart + (1 - office.visionStart) * at("vision.clarity");
  office.vision += step.part(p("office.pace")) * (visionTarget - office.vision);

  const aligned = office.signals.filter((signal) => signal > 0).length / 6;
  office.embedding += step.part(p("embedding.pace") * at("departments.embed") * aligned) * (1 - office.embedding);
  office.embedding += step.part(p("embedding.coDesign") * at("partnership.coDesign")) * (1 - office.embedding);

  const rate = p("attention.arrivals") / 12 + shock("initiatives");
  let arrivals = 0;
  for (let slot = 0; slot < 3; slot++) {
    // Initiatives come again and again, so that half a month has half as many.
    const key = decide(district, "initiative", t);
    const chance = (rate / 3) * step.months;
    if (step.luck(key, slot, 1 - (1 - chance) * (1 - chance)) < chance) arrivals++;
  }
  office.load = office.load * (1 - step.part(p("attention.fade"))) + p("attention.size") * arrivals;
  office.attention = (1 + office.loadReference) / (1 + (office.load + p("attention.ownLoad") * at("load")));

  office.community = unit(
    office.community +
      step.part(p("community.coDesign") * at("partnership.coDesign")) * (1 - office.community) -
      step.part(p("community.mandate") * at("entry.mandate")) * office.community +
      step.part(p("community.revert")) * (office.communityStart - office.community),
  );

  office.information += step.part(p("openness.assessmentPace") * at("assessment.effort")) * (1 - office.information);

  improve(district, month);
}

/** Lets the superintendent leave: what is not embedded goes back to where it started. */
export function loseSuperintendent(district: District, t: number): void {
  const { office, parameter: p } = district;
  const back = (x: number, start: number): number => start + office.embedding * (x - start);
  office.signals = office.signals.map((signal, k) => back(signal, office.signalStart[k]!));
  office.vision = back(office.vision, office.visionStart);
  office.commitment = back(office.commitment, office.commitmentStart);
  const redraw = decide(district, "authority-redraw", t);
  if (happens(redraw, p("superintendent.redraw"))) office.authority = uniform(redraw, 1);
}

/** Carries out the half-yearly cycle of improvement. */
function improve(district: District, month: Month): void {
  const { office, parameter: p } = district;
  const cycle = month.at("improvement.cycle");
  const open = openSchools(district);
  office.qualityGain -= month.step.part(p("improvement.fade")) * office.qualityGain;
  if (month.m % 6 === 0 && month.step.first) {
    office.qualityGain += p("improvement.quality") * cycle * (1 - office.qualityGain);
    if (cycle > 0 && month.shock("survey") < 1) for (const school of open) report(district, school, month);
  }
  let reported = 0;
  let teachers = 0;
  for (const school of open) {
    reported += school.reported * school.n;
    teachers += school.n;
  }
  office.meanReported = reported / teachers;
}

/** Surveys a school on how many use the practice. */
function report(district: District, school: School, month: Month): void {
  const p = district.parameter;
  const use = count(school.posts, USING, OWNING);
  const near = count(school.posts, TRYING, LAPSED);
  const share = Math.min(1, (use + p("survey.inflation") * near) / school.n);
  const answers = school.n * (1 - p("survey.nonResponse")) * (1 - month.shock("survey"));
  const noise = bell(decide(district, "improvement-survey", month.t, school.id), 0);
  school.reported = unit(share + Math.sqrt((share * (1 - share)) / answers) * noise);
}
