import type { Parameter } from "./parameter.ts";
import { bell, held, number, reasoned, uniform } from "./record.ts";

const share: readonly [number, number] = [0, 1];
const advice = "Ten schools' advice networks, 284 staff (Pitts and Spillane 2009, data of the R package HLSM)";
const fitted = `${advice}; the value at which networks drawn for schools of the same sizes agree with them`;
const experience =
  "Texas district panel 2018-19 (TEA TAPR): 7.0% beginning, 29.0% 1–5 years, 19.0% 6–10, 29.3% 11–20, 15.7% over 20; shares by year read off a falling line through the bands";

/** Lists every number of the population at the start: who teaches, who asks whom, and who already uses the practice. */
// biome-ignore format: one record a line reads as a table
export const populationParameters: readonly Parameter[] = [
  // Teams and experience
  number("population.teamSize", 5, "teachers", [1, 60], uniform(3, 7), "choice", `${reasoned}; grade groups in the advice networks run from 1 to 30, most of 2 to 9`, "Mean size of a grade team in an elementary school"),
  number("population.departmentSize", 8, "teachers", [1, 60], uniform(5, 12), "choice", reasoned, "Mean size of a department in any other school"),
  number("population.experienceTo3", 0.254, "share", share, held, "computed", experience, "Share of teachers with 0–3 completed years of teaching"),
  number("population.experience4To9", 0.26, "share", share, held, "computed", experience, "Share of teachers with 4–9 completed years"),
  number("population.experience10To14", 0.163, "share", share, held, "computed", experience, "Share of teachers with 10–14 completed years; the rest have 15 or more"),
  number("population.experienceSpan", 20, "years", [1, 45], held, "computed", experience, "Years over which the share of teachers with 15 or more completed years tapers to none"),

  // Advice network
  number("network.outDegree", 3.55, "ties a teacher", [0, 12], bell(3.55, 0.4), "computed", `${advice}: 1,029 ties, 3.6 a teacher after the bounds, 1.3–5.4 by school, whatever the size`, "Mean number of colleagues a teacher asks for advice, before the bound of 12 and of the school's size"),
  number("network.outDegreeShape", 1.6, "–", [0.3, 50], uniform(1, 2.5), "computed", `${advice}: 18% ask nobody, sd 3.1 in the pooled schools`, "Shape of the negative binomial spread of the number asked; small is uneven"),
  number("network.sameTeamOdds", 5.5, "ratio", [0.1, 50], uniform(1.5, 7.5), "computed", `${fitted}; wide below, as grades divide other schools less: the odds of a tie are 3.4 (logit with school effects), drawn 3.2, as closure dilutes the weight with which ties are drawn`, "Weight of a colleague of the same team against one of another, when a tie is drawn"),
  number("network.reciprocity", 0.35, "share", share, uniform(0.2, 0.5), "computed", `${fitted} (.10–.62, mean .32, drawn .34)`, "Chance that a teacher newly asked asks back, with a tie to spare"),
  number("network.closure", 0.45, "share", share, uniform(0.2, 0.6), "computed", `${fitted} (.20–.66, mean .39, drawn .42)`, "Chance that a tie goes to someone asked by someone the teacher asks"),
  number("network.popularitySpread", 1.2, "log units", [0, 3], uniform(0.8, 2), "computed", `${fitted}; wide above, as other schools have more of a centre (the most asked teacher is asked by 3.6 times the mean, drawn 3.3)`, "Standard deviation of the log of how sought-after a teacher is"),
  number("network.crossSchool", 0.03, "share", share, uniform(0, 0.08), "choice", "No figure for teachers; rare, as leaders' ties between schools are (density .05 among 25 site leaders of one district, Daly and Finnigan's data)", "Share of advice ties that go to a teacher of another school"),

  // Start
  number("start.adoption", 0.15, "share", share, held, "choice", "The goal's own starting point, 15% to 80%", "Share of teachers using the practice at month 0; met exactly"),
  number("start.icc", 0.12, "share", [0, 0.9], uniform(0.04, 0.25), "computed", "Between Korean villages the intraclass correlation of adoption is .041 (.012–.064) at 64% adopting (netdiffuseR data), on a 0/1 scale; .09 in the underlying score gives .04 at 15%, .2 gives .1. Villages are one case, and other communities are further apart: hence the wide prior", "Share of the variance of the score for initial use that lies between schools"),
  number("start.disposition", 0.5, "correlation", share, uniform(0.2, 0.8), "choice", reasoned, "Correlation, within a school, of the score for initial use with disposition"),
  number("start.tierSlope", 0, "score sd per unit of low-income share", [-5, 5], bell(0, 0.5), "choice", "No direct estimate of either sign; a slope of the start on poverty would make the equity gap by assumption", "Rise of the score for initial use with a school's low-income share"),
  number("start.owning", 0.4, "share", share, uniform(0.25, 0.55), "choice", reasoned, "Share of the initial users who own the practice"),
  number("start.depthMean", 0.48, "depth", [0.3, 0.6], uniform(0.42, 0.54), "choice", `${reasoned}; between the depth of use (.3) and the ceiling without design (.6)`, "Centre of the initial users' depth"),
  number("start.depthSd", 0.08, "depth", [0, 0.3], uniform(0.04, 0.12), "choice", reasoned, "Spread of the initial users' depth"),
  number("start.trying", 0.03, "share", share, uniform(0.01, 0.05), "choice", reasoned, "Share of the non-users trying the practice at month 0"),
  number("start.aware", 0.7, "share", share, uniform(0.5, 0.9), "choice", reasoned, "Share of the others aware of the practice at month 0"),
  number("start.monthsInStage", 36, "months", [1, 200], uniform(24, 48), "choice", "About three years from first use to full use (Ryan and Gross 1943, farmers)", "Months over which the initial users' entry to their stage is spread evenly"),
];
