import type { Parameter } from "./parameter.ts";
import { bell, effect, held, number, reasoned, rivals, uniform } from "./record.ts";

/** Lists every number of the mechanisms, in the order of the month. */
// biome-ignore format: one record a line reads as a table
export const mechanismParameters: readonly Parameter[] = [
  // The practice
  number("practice.complexity", 0.7, "share", [0, 1], uniform(0.5, 0.9), "choice", reasoned, "Difficulty of the practice, whole scope"),
  number("practice.visibility", 1, "share", [0, 1], uniform(0.5, 1), "choice", reasoned, "How far colleagues can see the practice in use"),

  // Direction, conflict and embedding
  number("direction.start", -0.2, "signal, −1…1", [-1, 1], uniform(-0.5, 0.1), "choice", reasoned, "Mean initial signal of the six departments toward the practice"),
  number("direction.startSd", 0.3, "signal", [0, 1], uniform(0.1, 0.5), "choice", reasoned, "Spread of the initial signals between departments"),
  effect("direction.pace", 0.12, "share per month", [0, 1], uniform(0, 0.24), "choice", reasoned, "Monthly movement of an engaged department at full pace and commitment"),
  number("direction.drift", 0.03, "share per month", [0, 1], uniform(0, 0.06), "choice", reasoned, "Monthly return of an unengaged department to its start"),
  effect("embedding.pace", 0.04, "share per month", [0, 1], uniform(0, 0.08), "choice", reasoned, "Monthly embedding when all departments are aligned and embedding is fully worked at"),
  effect("embedding.coDesign", 0.01, "share per month", [0, 1], uniform(0, 0.02), "choice", reasoned, "Monthly embedding from full co-design with partners"),

  effect("departments.dilution", 0.05, "share", [0, 0.5], uniform(0, 0.1), "choice", reasoned, "Scope lost to compromise when all six departments are fully engaged"),
  effect("partnership.dilution", 0.05, "share", [0, 0.5], uniform(0, 0.1), "choice", reasoned, "Scope lost to compromise under full co-design"),
  number("design.waiver", 0.3, "share", [0, 1], uniform(0, 0.6), "choice", reasoned, "Share of a redesign that needs no waiver"),

  // The office
  number("office.commitment", 0.5, "share", [0.05, 1], uniform(0.35, 0.65), "choice", reasoned, "Mean initial commitment of the central office"),
  number("office.commitmentSd", 0.12, "share", [0, 0.5], uniform(0.04, 0.2), "choice", reasoned, "Spread of initial commitment between districts"),
  effect("office.commitmentGain", 0.4, "share", [0, 1], uniform(0, 0.8), "choice", reasoned, "Rise in the commitment a fully invested office settles at"),
  number("office.pace", 0.1, "share per month", [0, 1], uniform(0.05, 0.2), "choice", reasoned, "Monthly movement of commitment and vision to where they settle"),
  number("office.vision", 0.1, "share", [0, 1], uniform(0, 0.2), "choice", reasoned, "Initial clarity of a shared vision for the practice"),
  number("office.authority", 0.5, "share", [0, 1], uniform(0.1, 0.9), "choice", reasoned, "Authority of the office over schools, 0 site-based to 1 centralised"),
  number("office.community", 0.5, "share", [0, 1], uniform(0.35, 0.65), "choice", reasoned, "Initial backing by board, union and families"),
  number("superintendent.exit", 0.16, "per year", [0, 0.6], uniform(0.12, 0.2), "measured", "White 2023: 14.2–17.1% a year; Texas directories 2015–17: about 17%", "Annual chance that the superintendent leaves, at even community backing"),
  effect("superintendent.community", 1, "log-odds", [0, 4], uniform(0, 2), "choice", reasoned, "Fall in the log-odds of a superintendent's exit per unit of community backing above one half"),
  number("superintendent.redraw", 0.3, "share", [0, 1], uniform(0, 0.6), "choice", reasoned, "Chance that a new superintendent redraws the authority of the office"),

  // Attention
  number("attention.arrivals", 3, "per year", [0, 12], uniform(1.5, 5), "choice", "Hess 1999: 12 large reforms in 3 years in 57 urban districts; other districts are read as having fewer", "Competing initiatives arriving a year"),
  number("attention.size", 0.1, "load", [0, 1], uniform(0, 0.2), "choice", reasoned, "Load of one competing initiative on arrival"),
  number("attention.fade", 0.056, "share per month", [0.01, 1], uniform(0.03, 0.1), "choice", "Half-life of one year", "Monthly fading of a competing initiative"),
  effect("attention.ownLoad", 0.02, "load per lever", [0, 0.2], uniform(0, 0.06), "choice", reasoned, "Load that each fully used lever of our own adds (ℓ)"),

  // Community and consequences
  effect("community.coDesign", 0.03, "share per month", [0, 0.5], uniform(0, 0.06), "choice", reasoned, "Monthly rise of backing at full co-design"),
  effect("community.mandate", 0.02, "share per month", [0, 0.5], uniform(0, 0.04), "choice", reasoned, "Monthly fall of backing under a full mandate"),
  number("community.failure", 0.1, "share per year", [0, 1], uniform(0, 0.2), "choice", reasoned, "Annual fall of backing when every teacher visibly failed in the year"),
  number("community.revert", 0.02, "share per month", [0, 1], uniform(0.01, 0.04), "choice", reasoned, "Monthly return of backing to its start"),
  number("results.depth", 0.5, "per unit depth", [-1, 2], uniform(0, 1), "choice", "Prior includes zero: no estimate links adoption to public results", "Public results per unit of mean depth (ψ)"),
  number("results.disruption", 0.5, "per share", [0, 2], uniform(0, 1), "choice", reasoned, "Fall of results when all teachers are trying at shallow depth (δ)"),
  number("results.noise", 0.1, "sd", [0, 1], uniform(0.05, 0.2), "choice", reasoned, "Yearly noise in a school's public results"),
  number("results.weight", 0.1, "share", [0, 1], uniform(0, 0.2), "choice", reasoned, "Yearly shift of pressure, openness, commitment and community per unit of results"),

  // Risk
  number("risk.pressure", 0.5, "share", [0, 1], uniform(0.3, 0.7), "choice", reasoned, "Accountability pressure on a school of average poverty"),
  number("risk.pressurePoverty", 0.5, "per unit poverty", [-1, 2], uniform(0, 1), "choice", "CEP 2007: narrowing is commoner where schools are identified; size unknown", "Rise of pressure from no to all students low-income"),
  number("risk.pressureSd", 0.12, "share", [0, 0.5], uniform(0.04, 0.2), "choice", reasoned, "Spread of pressure between schools of equal poverty"),
  number("risk.conflict", 0.5, "share", [0, 2], uniform(0, 1), "choice", reasoned, "Weight of conflict between signals in perceived risk (c)"),

  // Leadership
  number("principal.support", 0.6, "share", [0.05, 1], uniform(0.5, 0.7), "choice", reasoned, "Mean support of principals for the practice"),
  number("principal.supportSd", 0.18, "share", [0, 0.5], uniform(0.1, 0.26), "computed", "New York City climate scores 2016: leadership spread, rescaled from the percent-positive ceiling", "Spread of support between principals"),
  number("principal.knowledge", 0.3, "share", [0, 1], uniform(0.15, 0.45), "choice", reasoned, "Mean knowledge of the practice among principals"),
  number("principal.knowledgeSd", 0.15, "share", [0, 0.5], uniform(0.05, 0.25), "choice", reasoned, "Spread of knowledge between principals"),
  number("principal.climate", 0.8, "share", [0, 1], uniform(0.6, 0.95), "computed", "New York City 2016: trust–leadership correlation .86", "Share of a starting principal's support that follows the school's climate"),
  number("principal.exit", 0.185, "per year", [0, 0.8], bell(0.185, 0.015), "measured", "NCES PFS 2016-17 and 2021-22: 18–20% a year; Texas directories about 21%", "Annual chance that a principal leaves a school of average poverty"),
  number("principal.exitPoverty", 0.35, "log-odds per unit poverty", [-1, 2], uniform(0.1, 0.6), "abstract", "NASSP/LPI 2019: about 20% in high-poverty schools against 17% overall", "Rise in the log-odds of a principal's exit from no to all students low-income"),
  number("principal.dip", 0.25, "share", [0, 1], uniform(0, 0.5), "choice", "Direction from Bartanen (Missouri, Tennessee); size unread", "Loss of leadership in a new principal's first months"),
  number("principal.dipPoverty", 0.4, "per unit poverty", [0, 2], uniform(0, 0.8), "choice", "Direction from Béteille, Kalogrides and Loeb 2012; size unread", "Relative deepening of the dip from no to all students low-income"),
  effect("principal.preparation", 0.06, "share per month", [0, 0.5], uniform(0, 0.12), "choice", reasoned, "Monthly closing of a principal's knowledge gap under full preparation"),
  effect("principal.development", 0.02, "share per month", [0, 0.5], uniform(0, 0.04), "choice", reasoned, "Monthly closing of a principal's support gap under full investment in principals"),
  effect("pipeline.reach", 1, "share", [0, 1], uniform(0, 1), "choice", reasoned, "Share of vacancies a full pipeline can fill where owners are plentiful"),

  // Support
  number("support.hours", 130, "hours per month", [40, 200], uniform(110, 150), "choice", reasoned, "Working hours of one coach in a teaching month"),
  number("support.timeShare", 0.28, "share", [0, 1], uniform(0.2, 0.5), "abstract", "Deussen 2007: 28% of coach time with teachers", "Share of coach time spent with teachers"),
  number("support.vacancy", 0.1, "share", [0, 1], uniform(0, 0.2), "choice", reasoned, "Share of coach posts vacant"),
  number("support.hiring", 4, "months", [1, 24], uniform(2, 8), "choice", reasoned, "Time constant of hiring coaches"),
  number("support.halfHours", 1.2, "hours per teacher-month", [0.1, 10], uniform(0.6, 2.4), "choice", reasoned, "Coach hours at which dose is one half (h0)"),
  number("support.steepness", 2, "exponent", [1, 3], rivals(1, 2, 3), "choice", "Rival dose curves", "Steepness of the dose curve (n), 1, 2 or 3"),
  number("support.quality", 0.8, "share", [0, 1], uniform(0.6, 1), "choice", reasoned, "Quality of coaching in a small programme"),
  number("support.scale", 0.5, "share", [0, 1], uniform(0.3, 0.7), "abstract", "Kraft, Blazar and Hogan 2017 draft: about half the effect at 100 teachers or more", "Share of quality left in a very large programme"),
  number("support.scaleTeachers", 100, "teachers", [10, 2000], uniform(50, 200), "abstract", "Kraft, Blazar and Hogan 2017 draft", "Coached teachers at which half of the loss of quality has come"),
  effect("support.coaches", 0.5, "share", [0, 1], uniform(0, 1), "choice", reasoned, "Share of the loss of quality that full investment in coaches restores"),
  number("support.base", 0.15, "support", [0.01, 1], uniform(0.05, 0.25), "choice", reasoned, "Support every teacher has without a programme"),
  effect("support.capacity", 0.3, "support per share", [0, 1], uniform(0, 0.6), "choice", reasoned, "Support from a school's own experts when all its teachers own the practice"),
  number("support.floor", 0.25, "share", [0, 1], uniform(0.1, 0.5), "choice", reasoned, "Share of support that works whatever the other levels do (φ)"),
  number("support.rho", 0, "exponent", [-2, 1], rivals(1, 0, -2), "choice", "Rival assumptions: levels add up, multiply, or the weakest rules", "Substitution between the levels (ρ): 1 sum, 0 product, −2 near the weakest"),
  number("support.time", 0.5, "share", [0.35, 1], uniform(0.35, 0.65), "choice", reasoned, "Time teachers have to work on practice, without pressure"),
  number("support.timePressure", 0.1, "share", [0, 0.3], uniform(0, 0.2), "choice", "CEP 2007 and 2008: testing narrows time; size for this use unknown", "Time lost under full accountability pressure"),
  number("support.office", 0.5, "share", [0.05, 1], uniform(0.3, 0.7), "choice", reasoned, "Office investment in the practice without a programme"),
  effect("support.timeGain", 0.5, "share", [0, 1], uniform(0, 0.5), "choice", reasoned, "Time added by full release time"),
  effect("support.designTime", 0.3, "share", [0, 1], uniform(0, 0.5), "choice", reasoned, "Time added by a fully redesigned schedule"),

  // Awareness
  number("awareness.messages", 0.015, "per month", [0, 1], uniform(0.005, 0.025), "choice", reasoned, "Chance of hearing of the practice in a teaching month without a programme"),
  number("awareness.peers", 0.15, "per month", [0, 1], uniform(0, 0.3), "choice", reasoned, "Chance of hearing of it in a teaching month when all one's ties use it"),
  effect("awareness.vision", 0.05, "per month", [0, 1], uniform(0, 0.1), "choice", reasoned, "Chance of hearing of it from a fully shared vision"),
  effect("awareness.repository", 0.05, "per month", [0, 1], uniform(0, 0.1), "choice", reasoned, "Chance of hearing of it from a full repository, in member schools"),
  effect("awareness.institutes", 0.1, "per day", [0, 0.2], uniform(0, 0.1), "choice", reasoned, "Chance of hearing of it per institute day, in member schools"),
  effect("awareness.mandate", 0.3, "per month", [0, 1], uniform(0, 0.6), "choice", reasoned, "Chance of hearing of it in a school under a full mandate"),
  effect("awareness.visits", 0.1, "per month", [0, 1], uniform(0, 0.2), "choice", reasoned, "Chance of hearing of it from visits to districts that all use it"),

  // Peers
  number("peers.strength", 1.5, "log-odds", [0, 40], uniform(0.5, 2.5), "choice", "Frank 2004: social pressure weighs at least as much as perceived value; size unread", "Rise in the log-odds of trying from full exposure (κ)"),
  number("peers.width", 0.5, "share", [0, 2], uniform(0.2, 0.8), "choice", reasoned, "Width of the ramp around a teacher's threshold (w)"),
  number("peers.thresholdMean", 0.44, "share", [0, 1], uniform(0.35, 0.52), "computed", "netdiffuseR data: mean thresholds .36–.51 (upper bounds)", "Mean personal threshold"),
  number("peers.thresholdSd", 0.25, "share", [0, 0.5], uniform(0.15, 0.35), "choice", "Spread about .35 in netdiffuseR data, an upper bound", "Spread of personal thresholds"),
  number("peers.failure", 0.5, "ratio", [0, 2], uniform(0, 1), "choice", reasoned, "Weight of a tie that lapsed within a year, against one that uses (φf)"),
  number("peers.visibilityFloor", 0.6, "share", [0, 1], uniform(0.3, 0.9), "choice", reasoned, "Peer influence where the principal keeps practice hidden, against fully visible"),
  effect("peers.visits", 1, "share", [0, 1], uniform(0, 1), "choice", reasoned, "Share of latent ties to other schools that full visits wake"),
  effect("peers.cohorts", 0.1, "share", [0, 1], uniform(0, 0.2), "choice", reasoned, "Share of latent ties to other schools that cohorts of all schools wake"),
  effect("peers.interDistrict", 0.5, "log-odds", [0, 3], uniform(0, 1), "choice", reasoned, "Rise in the log-odds of trying from visits to districts that all use the practice"),

  // Trying
  number("trying.intercept", -5.9, "log-odds", [-40, 40], bell(-5.9, 0.5), "choice", "Calibrated so that adoption stays near its start without a programme (P1)", "Log-odds of trying in a teaching month at reference (α)"),
  number("trying.dispositionSd", 0.8, "log-odds", [0, 3], uniform(0.4, 1.2), "choice", reasoned, "Spread of disposition between teachers"),
  number("trying.normSd", 0.3, "log-odds", [0, 2], uniform(0, 0.6), "choice", reasoned, "Spread of norms between schools"),
  effect("trying.support", 2.5, "log-odds per unit", [0, 10], uniform(0, 5), "choice", "No trial; Joyce and Showers 1982, practitioners' estimates: 5% use a skill after training alone, 20–60% realistically with coaching; ordering only", "Rise in the log-odds of trying per unit of support (β)"),
  effect("trying.vision", 0.5, "log-odds per unit", [0, 3], uniform(0, 1), "choice", reasoned, "Rise in the log-odds of trying per unit of vision times direction (γ)"),
  effect("trying.risk", 1, "log-odds per unit", [0, 4], uniform(0, 2), "choice", reasoned, "Fall in the log-odds of trying per unit of risk (ρr)"),
  number("trying.memory", 1, "log-odds per unit depth", [0, 6], uniform(0, 2), "choice", reasoned, "Rise in a lapsed teacher's log-odds of trying again per unit of remaining depth"),

  // Depth
  number("depth.practice", 0.03, "per month", [0, 1], uniform(0.02, 0.05), "choice", "First use to routine use takes 3–5 years (unverified) or about 3 (Iowa farmers)", "Monthly growth from practising alone, as a share of the way to the ceiling (g0)"),
  effect("depth.support", 0.1, "per month per unit", [0, 1], uniform(0, 0.2), "computed", "Kraft, Blazar and Hogan 2018: 0.49 SD a coached year, read as +.10 depth", "Monthly growth per unit of support (g1)"),
  number("depth.peers", 0.1, "per month per unit", [0, 2], uniform(0, 0.2), "choice", reasoned, "Monthly growth per unit of exposure times the depth peers are ahead (g2)"),
  effect("depth.prescription", 0.5, "ratio", [0, 3], uniform(0, 1), "choice", reasoned, "Rise in a novice's growth from support under full prescription (a)"),
  number("depth.forgetting", 0.01, "per month", [0, 1], uniform(0, 0.02), "choice", reasoned, "Monthly loss of depth by those who do not use the practice"),
  effect("depth.institutes", 0.01, "per day", [0, 0.1], uniform(0, 0.02), "choice", reasoned, "Growth per institute day, as a share of the way to the ceiling"),
  effect("depth.repository", 0.005, "per month", [0, 0.1], uniform(0, 0.01), "choice", reasoned, "Monthly growth from a full repository"),
  effect("depth.visits", 0.01, "per month", [0, 0.1], uniform(0, 0.02), "choice", reasoned, "Monthly growth from a full programme of visits"),
  effect("depth.teams", 0.5, "ratio", [0, 3], uniform(0, 1), "choice", reasoned, "Rise in growth from peers where teams are fully redesigned"),
  effect("depth.compliant", 0.4, "share", [0, 1], uniform(0, 0.8), "choice", reasoned, "Share of growth lost by a compliant teacher"),
  effect("depth.choice", 0.5, "ratio", [0, 1], uniform(0, 1), "choice", reasoned, "Spread in growth between teachers added by full choice"),
  effect("depth.design", 0.4, "share", [0, 0.4], uniform(0, 0.4), "choice", reasoned, "Part of the depth ceiling that whole-school design unlocks"),
  number("owning.rate", 0.06, "per month", [0, 1], uniform(0.03, 0.12), "choice", reasoned, "Monthly chance that a deep, seasoned user comes to own the practice, at status-quo guidance"),
  effect("owning.choice", 1, "ratio", [0, 2], uniform(0, 2), "choice", reasoned, "Rise in ownership per unit of choice above the status quo"),
  effect("owning.prescription", 0.5, "ratio", [0, 1], uniform(0, 1), "choice", reasoned, "Fall in ownership under full prescription"),

  // Lapsing
  number("lapsing.intercept", -2.2, "log-odds", [-40, 40], bell(-2.2, 0.4), "choice", "Set with the intercept of trying (P1)", "Log-odds of lapsing in a teaching month at reference (λ0)"),
  number("lapsing.complexity", 1.2, "log-odds per unit", [0, 6], uniform(0.4, 2), "choice", reasoned, "Rise per unit of effective complexity"),
  effect("lapsing.support", 1, "log-odds per unit", [0, 6], uniform(0, 2), "choice", reasoned, "Fall per unit of support"),
  number("lapsing.depth", 4, "log-odds per unit", [0, 10], uniform(3, 5), "choice", "Coburn 2012: depth is one of three joint conditions of lasting", "Fall per unit of depth"),
  number("lapsing.exposure", 1, "log-odds per unit", [0, 6], uniform(0, 2), "choice", "Coburn 2012: ties are one of three joint conditions of lasting", "Fall per unit of exposure"),
  effect("lapsing.joint", 20, "ratio", [0, 200], uniform(0, 40), "choice", "Coburn, Russell, Kaufman and Stein 2012: practice lasted where strong ties, depth and expertise occurred together, not where one was missing; direction only", "Division of the odds of lapsing where depth, exposure and the share of owners in the school are all full"),
  effect("lapsing.risk", 0.5, "log-odds per unit", [0, 4], uniform(0, 1), "choice", reasoned, "Rise per unit of risk"),
  effect("lapsing.prescription", 0.5, "log-odds per unit", [0, 4], uniform(0, 1), "choice", reasoned, "Rise under full prescription (b)"),
  effect("lapsing.compliant", 1, "log-odds", [0, 6], uniform(0, 2), "choice", reasoned, "Rise for a compliant teacher once the mandate is gone"),
  number("lapsing.owner", 1, "log-odds", [0, 6], uniform(0.5, 1.5), "choice", reasoned, "Fall for an owner"),

  // Openness, membership and entry
  number("openness.mean", 0.5, "share", [0, 1], uniform(0.4, 0.6), "choice", reasoned, "Mean openness of schools to the practice"),
  number("openness.disposition", 0.3, "per sd", [0, 1], uniform(0, 0.6), "choice", reasoned, "Weight of a school's mean disposition and norm in its openness"),
  number("openness.climateSd", 0.1, "share", [0, 0.5], uniform(0.05, 0.15), "computed", "New York City 2016: trust varies between schools, weakly related to poverty", "Spread of openness from the school's climate of trust"),
  number("openness.error", 0.25, "share", [0, 1], uniform(0.1, 0.4), "choice", reasoned, "Spread of the office's error about a school's openness without assessment"),
  effect("openness.assessment", 0.8, "share", [0, 1], uniform(0, 1), "choice", reasoned, "Share of that error a full assessment removes"),
  number("openness.assessmentPace", 0.3, "share per month", [0, 1], uniform(0.15, 0.45), "choice", reasoned, "Share of what is still unknown that a month of full assessment finds out"),
  number("openness.stale", 0.25, "share per year", [0, 1], uniform(0, 0.5), "choice", reasoned, "Yearly loss of what an assessment found, beside what leaves with teachers"),
  effect("openness.distrust", 0.1, "share", [0, 1], uniform(0, 0.2), "choice", reasoned, "Openness lost for a while where an assessment exposes distrust that nothing addresses"),
  number("membership.drop", -2.6, "log-odds", [-40, 10], bell(-2.6, 0.2), "computed", "Calibrated to school survival: Datnow and others .12–.19 a year, SWPBIS .01–.03", "Annual log-odds that a member school drops out, at zero complexity and support"),
  number("membership.complexity", 2.5, "log-odds per unit", [0, 10], bell(2.5, 0.4), "computed", "As membership.drop", "Rise per unit of effective complexity"),
  number("membership.support", 3.25, "log-odds per unit", [0, 10], bell(3.25, 0.6), "computed", "As membership.drop", "Fall per unit of support"),
  number("membership.newPrincipal", 0.5, "log-odds", [0, 4], uniform(0, 1), "choice", reasoned, "Rise in a principal's first year"),
  number("membership.others", 0.05, "log-odds per log member", [0, 1], uniform(0, 0.1), "choice", "McIntosh 2018: other adopting schools in the district predict lasting; size unread", "Fall per unit of log(1 + other members)"),
  number("entry.rate", 0.2, "per month", [0, 1], uniform(0.1, 0.3), "choice", reasoned, "Monthly chance that a fully willing school answers an open call"),
  number("entry.openness", 5, "log-odds per unit", [0, 20], uniform(2, 8), "choice", reasoned, "Rise in a school's willingness per unit of openness above one half"),
  number("entry.risk", 3, "log-odds per unit", [0, 20], uniform(0, 6), "choice", "Seed 003: higher-pressure schools did not volunteer; size unknown", "Fall in a school's willingness per unit of risk"),
  number("entry.vision", 1, "log-odds per unit", [0, 10], uniform(0, 2), "choice", reasoned, "Rise in a school's willingness per unit of vision"),
  number("entry.legitimacy", 2, "log-odds per unit", [0, 10], uniform(0, 4), "choice", reasoned, "Rise in a school's willingness per unit of legitimacy above one half"),
  number("entry.community", 0.6, "per unit", [0, 2], uniform(0, 1.2), "choice", reasoned, "Rise of legitimacy per unit of community backing above one half"),
  number("entry.mismatch", 0.6, "per unit", [0, 2], uniform(0, 1.2), "choice", reasoned, "Fall of legitimacy per unit of mismatch between route and authority"),
  number("entry.diagnosis", 0.3, "share", [0, 1], uniform(0.1, 0.5), "choice", reasoned, "Spread of the error about where authority lies, without assessment"),
  number("entry.mandateRate", 0.3, "per month", [0, 1], uniform(0.1, 0.5), "choice", reasoned, "Monthly enrolment of schools under a full, wholly legitimate mandate of a centralised office"),
  effect("entry.compliance", 0.08, "per month", [0, 1], uniform(0, 0.16), "choice", reasoned, "Chance in a teaching month that a non-user complies under a full mandate"),

  // Exits, moves and hires
  number("exit.novice", 0.2, "per year", [0, 0.9], bell(0.2, 0.015), "measured", "NCES TFS 2021-22: 20.1% of teachers with at most 3 years move or leave", "Annual exits of teachers with at most 3 years"),
  number("exit.early", 0.178, "per year", [0, 0.9], bell(0.178, 0.015), "measured", "NCES TFS 2021-22", "Annual exits of teachers with 4–9 years"),
  number("exit.middle", 0.14, "per year", [0, 0.9], bell(0.14, 0.015), "measured", "NCES TFS 2021-22", "Annual exits of teachers with 10–14 years"),
  number("exit.senior", 0.144, "per year", [0, 0.9], bell(0.144, 0.015), "measured", "NCES TFS 2021-22", "Annual exits of teachers with 15 years or more"),
  number("exit.poverty", 0.45, "log-odds per unit poverty", [-1, 3], uniform(0.25, 0.65), "computed", "NCES 2012-13: 11.9% in low- against 15.4% in high-poverty schools", "Rise from no to all students low-income, centred on one half"),
  number("exit.districtSd", 0.35, "log-odds", [0, 1], held, "measured", "Texas panel 2012–19: quartiles 14 and 26% between districts", "Spread of exits between districts"),
  effect("exit.support", 0.3, "log-odds per unit", [0, 3], uniform(0, 0.6), "choice", reasoned, "Fall per unit of support above the status quo (η)"),
  effect("exit.risk", 0.3, "log-odds per unit", [0, 3], uniform(0, 0.6), "choice", "Leavers citing accountability: about 25% (abstract only)", "Rise per unit of risk above the status quo (ω)"),
  number("exit.newPrincipal", 0.3, "log-odds per unit of dip", [0, 3], uniform(0, 0.6), "choice", "Direction from Bartanen (Missouri, Tennessee): teachers leave more often around a change of principal; size unread, about one point at the default dip", "Rise per unit of a new principal's dip, which deepens with poverty and heals"),
  effect("exit.compliant", 0.2, "log-odds", [0, 3], uniform(0, 0.4), "choice", reasoned, "Rise for a compliant teacher (χ)"),
  number("exit.within", 0.25, "share", [0, 1], bell(0.25, 0.03), "computed", "NCES: half of exits are moves, 51% of movers stay in the district", "Share of exits that are moves within the district"),
  number("exit.drift", 0.3, "share", [0, 1], uniform(0.1, 0.5), "computed", "NCES TFS: 29% of movers from schools ≥75% poor go to another such school, 18% to a school <35% poor", "Share of movers who look at two vacancies and take the one of lower poverty"),
  number("hire.novice", 0.6, "share", [0, 1], bell(0.6, 0.05), "computed", "Texas panel: 7–8.5% of teachers are beginners, at 16% turnover", "Share of hires who have never taught"),

  // Learning organisation, students, survey
  effect("improvement.allocation", 1, "ratio", [0, 3], uniform(0, 2), "choice", reasoned, "Strength with which a full improvement cycle moves coach hours to lagging schools"),
  effect("improvement.quality", 0.02, "per cycle", [0, 0.5], uniform(0, 0.04), "choice", reasoned, "Gain in coaching quality per half-year of a full improvement cycle"),
  number("improvement.fade", 0.02, "per month", [0, 1], uniform(0, 0.04), "choice", reasoned, "Monthly fading of what improvement cycles added to coaching"),
  number("students.sorting", 0.2, "share", [0, 1], uniform(0, 0.4), "choice", reasoned, "Sorting of low-income and English-learner students to less deep teachers within a school (τ)"),
  number("students.teachers", 6, "teachers per year", [1, 10], uniform(5, 8), "choice", "About six periods a day; the whole number is used", "Teachers a secondary student has in a year (k)"),
  number("survey.inflation", 0.3, "share", [0, 1], uniform(0.1, 0.5), "choice", "Self-report exceeds observed practice; size varies by study", "Share of trying or lapsed teachers who report use"),
  number("survey.nonResponse", 0.3, "share", [0, 0.95], uniform(0.15, 0.45), "choice", reasoned, "Share of teachers who do not answer"),
];
