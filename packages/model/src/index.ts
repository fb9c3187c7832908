/**
 * Runs the model: who is there, what is tried, what is believed, and one run of it. Pure and synchronous but for what
 * loads data; no input or output.
 *
 * @module
 */

// Who is there
export { checkPopulation } from "./district/check-population.ts";
export type { Csv, CsvForm, CsvRecord } from "./district/csv.ts";
export { readCsv } from "./district/csv.ts";
export type { District, Level, PopulationTable, School, TeacherRow, TieRow } from "./district/district.ts";
export type { DistrictFigures } from "./district/district-of-figures.ts";
export { districtOfFigures } from "./district/district-of-figures.ts";
export type { DistrictName } from "./district/find-district.ts";
export type { NetworkStatistics } from "./district/network-statistics.ts";
export { networkStatistics } from "./district/network-statistics.ts";
export type { OwnFigures } from "./district/own-figures.ts";
export type { Population, PopulationOptions } from "./district/population.ts";
export { populate } from "./district/population.ts";
export type { DrawnPopulationTable, DrawnTeacherRow, DrawnTieRow, SchoolRow } from "./district/population-table.ts";
export { populationTable } from "./district/population-table.ts";
export { profile, profileNames } from "./district/profile.ts";
export type { Estimate } from "./district/roster/estimate.ts";
export { rosterFormatNames } from "./district/roster/formats/format-names.ts";
export { rosterFormats } from "./district/roster/formats/index.ts";
export type { RosterMark } from "./district/roster/marks.ts";
export { rosterMarks } from "./district/roster/marks.ts";
export type { RosterImport, RosterOptions, RosterReport } from "./district/roster/roster.ts";
export { importAllDistricts, importRoster } from "./district/roster/roster.ts";
export type { RosterColumns, RosterField } from "./district/roster/roster-field.ts";
export { rosterField, rosterFieldNames, rosterFields } from "./district/roster/roster-field.ts";
export type { JoinedHeader, LeftOut, RosterFormat } from "./district/roster/roster-format.ts";
export type { RosterNote } from "./district/roster/roster-note.ts";
export type { Dropped } from "./district/roster/roster-schools.ts";
export { enrolmentNotReported } from "./district/roster/roster-schools.ts";
export type { RosterWarning } from "./district/roster/roster-warning.ts";
export type { Stage } from "./district/stage.ts";
export { stages } from "./district/stage.ts";
export { thresholdOfClass } from "./district/threshold.ts";
// One run
export { districtKey } from "./engine/district-key.ts";
export type { Extensions, Mechanism, Observer } from "./engine/extension.ts";
export { Replicate } from "./engine/replicate.ts";
export type { DistrictRun, Run } from "./engine/run.ts";
export type { SimulateOptions } from "./engine/simulate.ts";
export { simulate, simulateIn } from "./engine/simulate.ts";
export { simulateTogether } from "./engine/simulate-together.ts";
// What is believed
export { allowedParameters } from "./evidence/allowed-parameters.ts";
export type { Beliefs, BeliefsInput, Draw, EffectLevel, EffectTies, OwnPrior } from "./evidence/beliefs.ts";
export { effectLevels, effectTies } from "./evidence/beliefs.ts";
export type { Category } from "./evidence/costs.ts";
export { categories } from "./evidence/costs.ts";
export { describePrior } from "./evidence/describe-prior.ts";
export type { KeptWorlds } from "./evidence/kept-worlds.ts";
export { keptWorlds } from "./evidence/kept-worlds.ts";
export { loadKeptWorlds, readyWorlds } from "./evidence/load-kept-worlds.ts";
export type {
  Parameter,
  ParameterNumbers,
  ParameterWords,
  Prior,
  Status,
  World,
} from "./evidence/parameter.ts";
export { parameters } from "./evidence/parameters.ts";
export type { Price } from "./evidence/prices.ts";
export { prices } from "./evidence/prices.ts";
export { priorOfOwn } from "./evidence/prior-draw.ts";
export { priorsFingerprint } from "./evidence/priors-fingerprint.ts";
export { varied } from "./evidence/varied.ts";
export { defaultWorld, drawWorld, withoutEffects } from "./evidence/world.ts";
export { codeOfDraw, readWorld, valueOfCode, worldOfCodes, writeWorld } from "./evidence/world-code.ts";
export { worldCount, worldNumber } from "./evidence/world-number.ts";
export type { WorldTable } from "./evidence/world-table.ts";
export { worldsVersion } from "./evidence/worlds-version.ts";
export type { Issue } from "./issue.ts";
export { describeIssue, firstIssues, InputError, IssueLog, mostIssues, uncounted, unlisted } from "./issue.ts";
export type { Funnel, FunnelGroup, FunnelSeries } from "./measures/funnel.ts";
export { flowNames, funnelSeries, schoolFlowNames, stockNames } from "./measures/funnel.ts";
export { bandNames, tierNames } from "./measures/groups.ts";
export type { Cost, GroupSeries, Measures, StudentGroup } from "./measures/measures.ts";
export { teachersByGroup } from "./measures/teachers-by-group.ts";
export type { ClimateTerms } from "./mechanisms/climate-terms.ts";
export { nearest, nearestAmong } from "./nearest.ts";
// What draws and results are made of
export { atan, atanh, exp, log, log1p, pow, sin, square, tanh } from "./numerics/math.ts";
export type { Key, Words } from "./numerics/random.ts";
export { derive, draw, hashText, integer, rootKey, standardise, uniform } from "./numerics/random.ts";
export { thousands } from "./numerics/thousands.ts";
// What is tried
export { assumedParameters } from "./scenario/assumed-parameters.ts";
export type { EntryLevels } from "./scenario/entry-levels.ts";
export type {
  Charge,
  Choice,
  Count,
  Driver,
  Lever,
  LeverUse,
  Schedule,
  Setting,
  Step,
  Unknown,
  UnknownChoice,
  Use,
} from "./scenario/lever.ts";
export { levers } from "./scenario/levers/index.ts";
export type { ChargeTable, DistrictPlan, Plan, ShockTables } from "./scenario/plan.ts";
export { planIn } from "./scenario/plan-in.ts";
export type { PrepareOptions } from "./scenario/prepare.ts";
export { prepare } from "./scenario/prepare.ts";
export type { FoundingDocument } from "./scenario/presets/documents.ts";
export { strategies } from "./scenario/presets/index.ts";
export type { Reading, Strategy } from "./scenario/presets/strategy.ts";
export { readingOf } from "./scenario/reading-of.ts";
export { readingCount } from "./scenario/reading-places.ts";
export type { Scenario, ScenarioInput, StrategyInput, Switches } from "./scenario/scenario.ts";
export { scenario } from "./scenario/scenario.ts";
export type { Shock, ShockKind } from "./scenario/shock.ts";
export { shockKinds } from "./scenario/shock-kinds.ts";
export type { Target, TargetOf } from "./scenario/target.ts";
export { targetKinds } from "./scenario/target.ts";
export type { Ease, Transition } from "./scenario/transition.ts";
export type { TransitionKind } from "./scenario/transition-kinds.ts";
export { transitions } from "./scenario/transition-kinds.ts";
export type { UnknownSetting } from "./scenario/unknown.ts";
export { isUnknown, isUnknownChoice, leversIn } from "./scenario/unknown.ts";
export { unknownsOf } from "./scenario/unknowns-of.ts";
export { monthName, monthNames, when } from "./state/calendar.ts";
export type {
  Climate,
  Counts,
  DistrictState,
  OfficeState,
  SchoolsState,
  TeachersState,
} from "./state/district-state.ts";
export { version } from "./version.ts";
