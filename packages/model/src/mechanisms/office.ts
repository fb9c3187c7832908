import type { World } from "../evidence/parameter.ts";
import { clamp, log, unit } from "../numerics/math.ts";
import { bell, decisionKey, hashText, type Key, uniform } from "../numerics/random.ts";
import type { OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Holds the numbers of the central office's mechanisms. */
export interface OfficeConstants {
  readonly pace: number;
  readonly commitmentGain: number;
  readonly directionPace: number;
  readonly directionDrift: number;
  readonly embeddingPace: number;
  readonly embeddingCoDesign: number;
  readonly redraw: number;
  readonly arrivals: number;
  readonly initiativeSize: number;
  readonly fade: number;
  readonly ownLoad: number;
  readonly coDesign: number;
  readonly mandate: number;
  readonly revert: number;
  readonly assessmentPace: number;
  readonly resultsWeight: number;
}

/** Reads the office's numbers from a world. */
export function officeConstants(world: World): OfficeConstants {
  const p = (name: string): number => world[name]!;
  return {
    pace: p("office.pace"),
    commitmentGain: p("office.commitmentGain"),
    directionPace: p("direction.pace"),
    directionDrift: p("direction.drift"),
    embeddingPace: p("embedding.pace"),
    embeddingCoDesign: p("embedding.coDesign"),
    redraw: p("superintendent.redraw"),
    arrivals: p("attention.arrivals"),
    initiativeSize: p("attention.size"),
    fade: p("attention.fade"),
    ownLoad: p("attention.ownLoad"),
    coDesign: p("community.coDesign"),
    mandate: p("community.mandate"),
    revert: p("community.revert"),
    assessmentPace: p("openness.assessmentPace"),
    resultsWeight: p("results.weight"),
  };
}

const officeSignal = hashText("office-signal");
const officeCommitment = hashText("office-commitment");
const exitDistrict = hashText("exit-district");
const authorityError = hashText("authority-error");
const authorityRedraw = hashText("authority-redraw");
const superintendentShock = hashText("superintendent-shock");
const initiative = hashText("initiative");

/** Holds what stands in the place of what the office of a district would have on the first day. */
export interface OwnOffice {
  readonly coaches?: number | undefined;
  /** Taken in the place of what state and size add to the log-odds of exits; the standing beside it then starts at 0. */
  readonly exitLevel?: number | undefined;
}

/** Draws the office of a district of `teachers` teachers as it is on the first day. */
export function startOffice(world: World, district: Key, teachers: number, own: OwnOffice = {}): OfficeState {
  const { coaches = 0, exitLevel } = own;
  const p = (name: string): number => world[name]!;
  const z = (decision: ReturnType<typeof hashText>, slot: number): number =>
    bell(decisionKey(district, decision, 0), slot);
  const signals = new Float64Array(6);
  for (let k = 0; k < 6; k++) {
    signals[k] = clamp(p("direction.start") + p("direction.startSd") * z(officeSignal, k), -1, 1);
  }
  const commitment = clamp(p("office.commitment") + p("office.commitmentSd") * z(officeCommitment, 0), 0.05, 1);
  const loadReference = ((p("attention.arrivals") / 12) * p("attention.size")) / p("attention.fade");
  return {
    signals,
    signalsStart: signals.slice(),
    commitment,
    commitmentStart: commitment,
    vision: p("office.vision"),
    visionStart: p("office.vision"),
    embedding: 0,
    authority: p("office.authority"),
    community: p("office.community"),
    communityStart: p("office.community"),
    load: loadReference,
    loadReference,
    attention: 1,
    information: 0,
    qualityGain: 0,
    coaches,
    ownCoaches: coaches,
    exitLevel:
      exitLevel ??
      p("exit.state") +
        p("exit.size") * (log(teachers) - log(p("exit.sizeReference"))) -
        (p("exit.districtSd") * p("exit.districtSd")) / 2,
    exitStanding: exitLevel === undefined ? p("exit.districtSd") * z(exitDistrict, 0) : 0,
    diagnosisError: p("entry.diagnosis") * z(authorityError, 0),
    meanResults: 0,
    meanReported: 0,
  };
}

/**
 * Replaces the superintendent: signals, vision and commitment fall toward their start, less what is embedded, and
 * authority may be redrawn.
 */
export function changeSuperintendent(office: OfficeState, c: OfficeConstants, district: Key, t: number): void {
  const kept = office.embedding;
  for (let k = 0; k < 6; k++) {
    const start = office.signalsStart[k]!;
    office.signals[k] = start + kept * (office.signals[k]! - start);
  }
  office.vision = office.visionStart + kept * (office.vision - office.visionStart);
  office.commitment = office.commitmentStart + kept * (office.commitment - office.commitmentStart);
  const key = decisionKey(district, authorityRedraw, t);
  if (uniform(key, 0) < c.redraw) office.authority = uniform(key, 1);
}

/** Moves the departments' signals: engaged ones toward the practice, the others back to where they started. */
function moveSignals(office: OfficeState, c: OfficeConstants, at: Month): void {
  for (let k = 0; k < 6; k++) {
    const engaged = at.departments[k]!;
    const signal = office.signals[k]!;
    const toward = c.directionPace * engaged * office.commitment * (1 - signal);
    const back = c.directionDrift * (1 - engaged) * (office.signalsStart[k]! - signal);
    office.signals[k] = clamp(signal + toward + back, -1, 1);
  }
}

/** Embeds the practice in plan and policy as far as departments stand behind it. */
function embed(office: OfficeState, c: OfficeConstants, at: Month): void {
  let aligned = 0;
  for (let k = 0; k < 6; k++) if (office.signals[k]! > 0) aligned++;
  office.embedding += c.embeddingPace * at.embed * (aligned / 6) * (1 - office.embedding);
  office.embedding += c.embeddingCoDesign * at.coDesign * (1 - office.embedding);
}

/** Lets competing initiatives arrive and fade, and sets how much attention is left. */
function moveLoad(office: OfficeState, c: OfficeConstants, district: Key, at: Month): void {
  const rate = c.arrivals / 12 + at.initiatives;
  const key = decisionKey(district, initiative, at.t);
  let arrived = 0;
  for (let slot = 0; slot < 3; slot++) if (uniform(key, slot) < rate / 3) arrived++;
  office.load = office.load * (1 - c.fade) + c.initiativeSize * arrived;
  office.attention = (1 + office.loadReference) / (1 + (office.load + c.ownLoad * at.load));
}

/** Moves the office by a month: signals, commitment, vision, embedding, load, community, what an assessment finds. */
export function moveOffice(office: OfficeState, c: OfficeConstants, district: Key, at: Month): void {
  if (
    at.superintendentShock > 0 &&
    uniform(decisionKey(district, superintendentShock, at.t), 0) < at.superintendentShock
  ) {
    changeSuperintendent(office, c, district, at.t);
  }
  moveSignals(office, c, at);
  const commitment = clamp(
    office.commitmentStart + c.commitmentGain * at.office + c.resultsWeight * office.meanResults,
    0,
    1,
  );
  office.commitment += c.pace * (commitment - office.commitment);
  const vision = office.visionStart + (1 - office.visionStart) * at.clarity;
  office.vision += c.pace * (vision - office.vision);
  embed(office, c, at);
  moveLoad(office, c, district, at);
  office.community = unit(
    office.community +
      c.coDesign * at.coDesign * (1 - office.community) -
      c.mandate * at.mandate * office.community +
      c.revert * (office.communityStart - office.community),
  );
  office.information += c.assessmentPace * at.effort * (1 - office.information);
}
