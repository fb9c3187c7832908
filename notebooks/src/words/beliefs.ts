// What beliefs are called in plain words: short enough for the row of a chart.

import { apostrophes } from "./apostrophes.js";

/** Beliefs by name, as what one may disagree about. */
const plain: Readonly<Record<string, string>> = {
  "trying.support": "How much support moves teachers to try it",
  "trying.intercept": "How readily teachers try it at all",
  "trying.appeal": "How much the practice’s appeal moves teachers",
  "trying.vision": "How much a shared vision moves teachers to try it",
  "trying.risk": "How much risk holds teachers back from trying",
  "trying.coaching": "How much full coaching moves teachers to try it",
  "trying.norms": "How much learning what colleagues think helps",
  "trying.normSd": "How far schools differ in their norms",
  "trying.confidence": "How much having tools to begin with helps",
  "trying.autonomy": "How much teachers’ choice moves them to try it",
  "trying.memory": "How readily those who gave up try again",
  "peers.strength": "How much colleagues who use it move others",
  "peers.thresholdMean": "How many colleagues it takes to be moved",
  "awareness.peers": "How readily colleagues hear of it from each other",
  "awareness.messages": "How readily teachers hear of it without a plan",
  "support.coaches": "How far trained coaches keep coaching good",
  "support.hours": "How many hours a month a coach works",
  "support.timeShare": "How much of a coach’s time is with teachers",
  "support.received": "How much of the coaching meant for them arrives",
  "support.halfHours": "How many coach hours it takes to help",
  "support.quality": "How good coaching is in a small programme",
  "support.scale": "How good coaching stays in a large programme",
  "support.rho": "How far one kind of support replaces another",
  "support.steepness": "How sharply help rises with coach hours",
  "support.hiring": "How long it takes to hire coaches",
  "support.vacancy": "How many coach posts stay vacant",
  "support.office": "How much the office helps without a plan",
  "support.floor": "How much support works whatever is missing",
  "support.base": "How much support there is without a plan",
  "support.time": "How much time teachers have for it",
  "support.timeGain": "How much time release time gives",
  "support.capacity": "How much a school’s own experts can support",
  "direction.pace": "How fast departments come to pull together",
  "direction.start": "How far departments pull together today",
  "entry.rate": "How readily willing schools answer a call",
  "entry.risk": "How much risk keeps schools from joining",
  "entry.vision": "How much a shared vision brings schools in",
  "entry.openness": "How much openness brings schools in",
  "entry.mismatch": "How much a wrong route costs legitimacy",
  "entry.legitimacy": "How much legitimacy brings schools in",
  "entry.mandateRate": "How fast a mandate enrols schools",
  "entry.compliance": "How readily teachers comply with a mandate",
  "openness.mean": "How open schools are to the practice",
  "office.authority": "How much say the office has over schools",
  "office.commitment": "How committed the central office is",
  "principal.preparation": "How fast preparing principals works",
  "principal.support": "How much principals support the practice",
  "pipeline.reach": "How many posts home-grown leaders can fill",
  "practice.complexity": "How difficult the practice is",
  "depth.support": "How much support deepens the practice",
  "owning.rate": "How readily deep users make it their own",
  "lapsing.intercept": "How readily teachers give it up",
  "lapsing.depth": "How much depth keeps teachers from giving up",
  "lapsing.support": "How much support keeps teachers from giving up",
  "lapsing.exposure": "How much colleagues keep teachers from giving up",
  "lapsing.coaching": "How much coaching keeps beginners going",
  "lapsing.withdrawal": "How many give up when coaching goes",
  "lapsing.complexity": "How many give up because it is difficult",
  "lapsing.joint": "How much depth, colleagues and owners keep users",
};

/** What the parts of the model are called, before what the model says of a belief without words of its own. */
const parts: Readonly<Record<string, string>> = {
  population: "Schools",
  network: "Advice between teachers",
  start: "Today’s use",
  practice: "The practice",
  direction: "Departments’ direction",
  embedding: "Embedding",
  departments: "Departments",
  partnership: "Partnership",
  design: "School design",
  office: "Central office",
  superintendent: "Superintendent",
  attention: "Competing initiatives",
  community: "Community backing",
  results: "Public results",
  risk: "Risk",
  principal: "Principals",
  pipeline: "Leaders to come",
  support: "Support",
  awareness: "Hearing of it",
  peers: "Colleagues",
  trying: "Trying",
  depth: "Depth",
  owning: "Owning",
  lapsing: "Giving up",
  openness: "Openness",
  membership: "Leaving the programme",
  entry: "Joining",
  exit: "Teachers who leave",
  hire: "Hiring",
  improvement: "Learning from evidence",
  students: "Students",
  survey: "Surveys",
  cost: "Costs",
};

/** Names a belief in plain words; `doc` is what the model says of it. */
export function wordsOfBelief(name: string, doc: string): string {
  const own = plain[name];
  if (own !== undefined) return own;
  const [part = ""] = name.split(".");
  const said = apostrophes(doc.replace(/ \([^)]{1,3}\)/g, ""));
  return `${parts[part] ?? part}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

/** Lists the beliefs that have words of their own. */
export const plainBeliefs: readonly string[] = Object.keys(plain);
