import { reasoned, type WordsByName, words } from "./words.ts";

const advice = "Ten schools' advice networks, 284 staff (Pitts and Spillane 2009, data of the R package HLSM)";
const fitted = `${advice}; the value at which networks drawn for schools of the same sizes agree with them`;
const experience =
  "Texas district panel 2018-19 (TEA TAPR): 7.0% beginning, 29.0% 1–5 years, 19.0% 6–10, 29.3% 11–20, 15.7% over 20; shares by year read off a falling line through the bands";

/** Says what every number of the population at the start is, and what supports it. */
// biome-ignore format: one record a line reads as a table
export const populationWords: WordsByName = {
  // Teams and experience
  "population.teamSize": words("teachers", "choice", `${reasoned}; grade groups in the advice networks run from 1 to 30, most of 2 to 9`, "Mean size of a grade team in an elementary school"),
  "population.departmentSize": words("teachers", "choice", reasoned, "Mean size of a department in any other school"),
  "population.experienceTo3": words("share", "computed", experience, "Share of teachers with 0–3 completed years of teaching"),
  "population.experience4To9": words("share", "computed", experience, "Share of teachers with 4–9 completed years"),
  "population.experience10To14": words("share", "computed", experience, "Share of teachers with 10–14 completed years; the rest have 15 or more"),
  "population.experienceSpan": words("years", "computed", experience, "Years over which the share of teachers with 15 or more completed years tapers to none"),

  // Advice network
  "network.outDegree": words("ties a teacher", "computed", `${advice}: 1,029 ties, 3.6 a teacher after the bounds, 1.3–5.4 by school, whatever the size`, "Mean number of colleagues a teacher asks for advice, before the bound of 12 and of the school's size"),
  "network.outDegreeShape": words("–", "computed", `${advice}: 18% ask nobody, sd 3.1 in the pooled schools`, "Shape of the negative binomial spread of the number asked; small is uneven"),
  "network.sameTeamOdds": words("ratio", "computed", `${fitted}; wide below, as grades divide other schools less: the odds of a tie are 3.4 (logit with school effects), drawn 3.2, as closure dilutes the weight with which ties are drawn`, "Weight of a colleague of the same team against one of another, when a tie is drawn"),
  "network.reciprocity": words("share", "computed", `${fitted} (.10–.62, mean .32, drawn .34)`, "Chance that a teacher newly asked asks back, with a tie to spare"),
  "network.closure": words("share", "computed", `${fitted} (.20–.66, mean .39, drawn .42)`, "Chance that a tie goes to someone asked by someone the teacher asks"),
  "network.popularitySpread": words("log units", "computed", `${fitted}; wide above, as other schools have more of a centre (the most asked teacher is asked by 3.6 times the mean, drawn 3.3)`, "Standard deviation of the log of how sought-after a teacher is"),
  "network.crossSchool": words("share", "choice", "No figure for teachers; rare, as leaders' ties between schools are (density .05 among 25 site leaders of one district, Daly and Finnigan's data)", "Share of advice ties that go to a teacher of another school"),

  // Start
  "start.adoption": words("share", "choice", "The goal's own starting point, 15% to 80%", "Share of teachers using the practice at month 0; met exactly"),
  "start.icc": words("share", "computed", "Between Korean villages the intraclass correlation of adoption is .041 (.012–.064) at 64% adopting (netdiffuseR data), on a 0/1 scale; .09 in the underlying score gives .04 at 15%, .2 gives .1. Villages are one case, and other communities are further apart: hence the wide prior", "Share of the variance of the score for initial use that lies between schools"),
  "start.disposition": words("correlation", "choice", reasoned, "Correlation, within a school, of the score for initial use with disposition"),
  "start.tierSlope": words("score sd per unit of low-income share", "choice", "No direct estimate of either sign; a slope of the start on poverty would make the equity gap by assumption", "Rise of the score for initial use with a school's low-income share"),
  "start.owning": words("share", "choice", reasoned, "Share of the initial users who own the practice"),
  "start.depthMean": words("depth", "choice", `${reasoned}; between the depth of use (.3) and the ceiling without design (.6)`, "Centre of the initial users' depth"),
  "start.depthSd": words("depth", "choice", reasoned, "Spread of the initial users' depth"),
  "start.trying": words("share", "choice", reasoned, "Share of the non-users trying the practice at month 0"),
  "start.aware": words("share", "choice", reasoned, "Share of the others aware of the practice at month 0"),
  "start.monthsInStage": words("months", "choice", "About three years from first use to full use (Ryan and Gross 1943, farmers)", "Months over which the initial users' entry to their stage is spread evenly"),
};
