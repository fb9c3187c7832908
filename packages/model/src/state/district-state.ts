import type { District, School } from "../district/district.ts";
import type { Population } from "../district/population.ts";
import type { Key, Words } from "../numerics/random.ts";

/** Lists the departments in the order of the office's signals. */
export const departments = ["curriculum", "materials", "assessment", "evaluation", "coaching", "leadership"] as const;

/** Holds the central office. Shares are 0 … 1 unless said otherwise. */
export interface OfficeState {
  /** Signal of each department for (1) or against (−1) the practice. */
  readonly signals: Float64Array;
  /** Signals at the start, in the same order. */
  readonly signalsStart: Float64Array;
  /** Commitment of the office to the practice. */
  commitment: number;
  /** Commitment at the start. */
  readonly commitmentStart: number;
  /** How clear the office's vision of the practice is. */
  vision: number;
  /** Vision at the start. */
  readonly visionStart: number;
  /** How far the practice stands in plan, policy and graduate portrait. */
  embedding: number;
  /** 0 site-based … 1 centralised. */
  authority: number;
  /** Support by board, union and families. */
  community: number;
  /** Support by the community at the start. */
  readonly communityStart: number;
  /** Load of competing initiatives, 0 or more. */
  load: number;
  /** The usual load, at which attention is 1. */
  readonly loadReference: number;
  /** Factor of the odds of trying: 1 at the usual load, toward 0 as load grows, at most 1 + `loadReference` without any. */
  attention: number;
  /** What an assessment has found out of what the office does not know. */
  information: number;
  /** What improvement cycles have added to the quality of coaching. */
  qualityGain: number;
  /** Coaches at work in the programme, in posts. */
  coaches: number;
  /** Coaches that the district has of its own: as many need not be hired. */
  readonly ownCoaches: number;
  /** Added to the log-odds of a teacher's exit each July: by state and size, or what the district's own turnover implies. */
  readonly exitLevel: number;
  /** Added to them beside: the district's own standing, around 0, which drifts from year to year. */
  exitStanding: number;
  /** The office's error about where authority lies. */
  readonly diagnosisError: number;
  /** Teacher-weighted mean of the schools' results last July. */
  meanResults: number;
  /** Teacher-weighted mean of what schools last reported. */
  meanReported: number;
}

/** Holds the schools, one entry per school in each array. Shares are 0 … 1 unless said otherwise. */
export interface SchoolsState {
  /** 1 while the school is open. */
  readonly open: Uint8Array;
  /** 1 while the school is in the programme. */
  readonly member: Uint8Array;
  /** Months in the programme, this one included; 0 outside. */
  readonly memberMonths: Float64Array;
  /** 1 when it was enrolled by mandate. */
  readonly mandated: Uint8Array;
  /** 1 when it dropped out this month. */
  readonly dropped: Uint8Array;
  /** 1 when it joined this month. */
  readonly joined: Uint8Array;
  /** 0 while it was never asked to join, 1 in the month it first is, 2 after. */
  readonly invited: Uint8Array;
  /** Number of posts of teachers. */
  readonly teachers: Int32Array;
  /** Share of students from low-income families. */
  readonly poverty: Float64Array;
  /** Climate of the school, in standard deviations. */
  readonly climate: Float64Array;
  /** Norm among its teachers, added to the log-odds of trying. */
  readonly norm: Float64Array;
  /** Pressure of accountability at the start. */
  readonly pressureBase: Float64Array;
  /** Pressure of accountability this month. */
  readonly pressure: Float64Array;
  /** The principal's support of the practice. */
  readonly principalSupport: Float64Array;
  /** What the principal knows of the practice. */
  readonly knowledge: Float64Array;
  /** What leadership still loses to the last change of principal. */
  readonly dip: Float64Array;
  /** What it loses to a new one. */
  readonly dipNew: Float64Array;
  /** Months of the principal's tenure. */
  readonly tenure: Float64Array;
  /** Leadership as teachers feel it. */
  readonly principal: Float64Array;
  /** Risk of being judged, as teachers feel it. */
  readonly risk: Float64Array;
  /** Openness of its teachers at the start. */
  readonly opennessBase: Float64Array;
  /** The office's error about its openness. */
  readonly opennessError: Float64Array;
  /** Openness to the practice this month. */
  readonly openness: Float64Array;
  /** Openness as the office believes it to be. */
  readonly estimate: Float64Array;
  /** Distrust of the office. */
  readonly distrust: Float64Array;
  /** Legitimacy of the programme in its eyes. */
  readonly legitimacy: Float64Array;
  /** Willingness to join; of members, what it was when they did. */
  readonly willingness: Float64Array;
  /** Force of the mandate on the school by the route it is on. */
  readonly mandate: Float64Array;
  /** What is asked of it this month: by the mandate, or by its own decision to take the practice up. */
  readonly mandateNow: Float64Array;
  /** Coach hours per teacher this month. */
  readonly hours: Float64Array;
  /** Weight by which coach hours are shared out. */
  readonly weight: Float64Array;
  /** How far the timetable leaves time for the practice. */
  readonly designTime: Float64Array;
  /** How far teams are set up for the practice. */
  readonly designTeams: Float64Array;
  /** What coaching comes to: dose times quality, 0 … 1. */
  readonly contact: Float64Array;
  /** What teachers have come to lean on: {@link contact}, smoothed. */
  readonly reliance: Float64Array;
  /** Support that its teachers have, 0 or more. */
  readonly support: Float64Array;
  /** Share of owners, smoothed. */
  readonly capacity: Float64Array;
  /** Public results, 0 at the usual. */
  readonly results: Float64Array;
  /** Share of teachers who use the practice, as the school last reported it, with error. */
  readonly reported: Float64Array;
  /** Share of students who have had no teacher that uses the practice in the school years before this one. */
  readonly untaught: Float64Array;
  /** Most of the students reached in any teaching month of this school year, as a share. */
  readonly taughtThisYear: Float64Array;
}

/** Holds what teachers feel of office and school this month: all that the one loop over teachers reads of them. */
export interface Climate {
  /** Chance of hearing nothing of the practice from messages. */
  readonly keep: Float64Array;
  /** Factor of the odds of trying, which a teacher's own factors multiply; 0 where nobody can try. */
  readonly tryOdds: Float64Array;
  /** Odds of beginning because others have decided, added to those of trying. */
  readonly complianceOdds: Float64Array;
  /** 1 where those who begin by compliance comply with others; 0 in a school founded round the practice. */
  readonly complies: Uint8Array;
  /** Monthly growth of depth from practice. */
  readonly practiceGrowth: Float64Array;
  /** Monthly growth of depth from support. */
  readonly supportGrowth: Float64Array;
  /** Monthly growth of depth from peers. */
  readonly peerGrowth: Float64Array;
  /** By how much more support does at depth 0, as a share of what it does at full depth. */
  readonly novice: Float64Array;
  /** By how much the rate of growth differs from person to person at most, as a share. */
  readonly spread: Float64Array;
  /** Depth that can be reached, 0 … 65535. */
  readonly capUnits: Float64Array;
  /** Depth from which a user may come to own the practice, 0 … 65535. */
  readonly ownAt: Float64Array;
  /** Chance of coming to own it in a month, from that depth on. */
  readonly ownRate: Float64Array;
  /** Factor of the odds of lapsing; 0 in months without teaching. */
  readonly lapseOdds: Float64Array;
  /** Factor of the odds of lapsing for those who comply. */
  readonly compliantLapse: Float64Array;
  /** Factor of the odds of lapsing for those who try. */
  readonly tryingLapse: Float64Array;
  /** Rise of what the odds of lapsing are divided by, from 1, at full depth and exposure. */
  readonly joint: Float64Array;
  /** Level 0 … 3 at which practice is seen. */
  readonly visibility: Uint8Array;
  /** Share of the latent ties to other schools that are awake. */
  readonly visits: Float64Array;
}

/** Holds the teachers: ties and team belong to the slot, the rest to the person in it. */
export interface TeachersState {
  /** Stage: 0 unaware, 1 aware, 2 trying, 3 using, 4 owning, 5 lapsed. */
  readonly stage: Uint8Array;
  /** 0 … 65535 for 0 … 1. */
  readonly depth: Uint16Array;
  /** Months in the stage, 0 … 255. */
  readonly months: Uint8Array;
  /** 1 for those who comply with a mandate and do not own the practice. */
  readonly compliant: Uint8Array;
  /** Completed years of teaching, 0 … 60. */
  readonly experience: Uint8Array;
  /** Byte sum 0 … 1020. */
  readonly disposition: Uint16Array;
  /** Class 0 … 7. */
  readonly threshold: Uint8Array;
  /** Number of the person in the slot; below 0 where nobody is. */
  readonly person: Int32Array;
  /** What colleagues see, last index and next: using + 32·recently lapsed + 1024·depth if using. */
  signal: Int32Array;
  /** The same at the next index, while a month is under way. */
  nextSignal: Int32Array;
}

/** Holds counts of the current index, by school. */
export interface Counts {
  /** Teachers by school and stage: 6 entries a school. */
  readonly stages: Int32Array;
  /** Sum of the depths of those using or owning. */
  readonly depthSum: Float64Array;
  /** Those using or owning at a depth of at least .3, .5, .7: 3 entries a school. */
  readonly deep: Int32Array;
  /** Teachers who comply with a mandate, by school. */
  readonly compliant: Int32Array;
  /** Lapsed with fewer than 12 months in that stage. */
  readonly recentlyLapsed: Int32Array;
  /** Teachers who took a step in the month, in the order of `flowNames`: 8 entries a school. */
  readonly flows: Int32Array;
}

/** Holds one district during a run. Mechanisms and observers read it; only the engine's own mechanisms write. */
export interface DistrictState {
  /** The district as the scenario has it. */
  readonly district: District;
  /** The district's schools, then those a lever founds. */
  readonly schools: readonly School[];
  /** Its teachers at the start and their ties; belongs to slots, so it holds throughout. */
  readonly population: Population;
  /** Teachers of the schools that were there at the start. */
  readonly startTeachers: number;
  /** Share of low-income students in the schools that were there at the start, weighted by their teachers, 0 … 1. */
  readonly meanPoverty: number;
  /** The central office. */
  readonly office: OfficeState;
  /** Its schools, an entry each, in the order of `schools`. */
  readonly school: SchoolsState;
  /** What teachers feel this month, by school. */
  readonly climate: Climate;
  /** Its teachers, an entry each slot. */
  readonly teacher: TeachersState;
  /** Counts of the current index, by school. */
  readonly counts: Counts;
  /** Key of (seed, replicate, district). */
  readonly key: Key;
  /** Words that stand for each school's id in keys, in the order of `schools`. */
  readonly words: readonly Words[];
  /** Number of the next teacher to be hired: a person keeps a number, a slot gets the next on a hire. */
  nextPerson: number;
  /** Schools that have joined in this year of the programme. */
  placesTaken: number;
  /** Teachers hired in the last month who come prepared, and so begin as trying: a count, 0 but after July; for the ledger. */
  preparedHires: number;
  /** Schools that were opened in the last month, for the ledger: a count. */
  openedSchools: number;
  /** Dollars booked in the last month. */
  spent: number;
}
