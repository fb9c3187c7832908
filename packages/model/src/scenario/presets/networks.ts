import { documents } from "./documents.ts";
import { emphasis } from "./emphasis.ts";
import { type Part, part, preset } from "./preset.ts";
import type { Strategy } from "./strategy.ts";
import { beginning, decided, places, support, unsaid } from "./unsaid.ts";

const { map } = documents;
const { mark, told, shared, touched } = emphasis;

/** What the page says of all ten networks together, and what it says of none. */
const common: readonly Part[] = [
  part(
    { vision: { clarity: shared } },
    map,
    "What the ten networks have in common is that they want more for young people than schools usually aim at.",
  ),
  part(
    { design: { time: touched, teams: touched } },
    map,
    "Every network follows principles of its own on how a school should be organised.",
  ),
  ...support,
];

/** Founds schools; of how they begin the page says nothing. */
const founds = (newSchools: number, passage: string): readonly Part[] => [
  part({ entry: { newSchools } }, map, passage),
  beginning,
];

const network = (name: string, title: string, doc: string, parts: readonly Part[]): Strategy =>
  preset({ name, title, doc, kind: "network" }, [...common, ...parts]);

/** Lists the networks known from their overviews alone, each as a preset. They say little, so the presets set little. */
export const networks: readonly Strategy[] = [
  network("asia-society", "Asia Society", "Globally competent graduates, mostly from poor city neighbourhoods", [
    part(
      { vision: { clarity: told, equityPriority: told } },
      map,
      "Its aim is graduates fit for college and for a global world; most of its students are disadvantaged and live in cities.",
    ),
    ...founds(1, "It has public schools of its own; how they come to be is not said, so one is founded."),
  ]),
  network("linked-learning", "ConnectEd: Linked Learning", "High schools improved around college and career together", [
    part(
      { vision: { clarity: told } },
      map,
      "College and career are to be prepared for together, in an approach with a name.",
    ),
    part(
      { entry: { volunteers: told, levels: "high" } },
      map,
      "It improves existing high schools, which take the approach up.",
    ),
    places,
    decided,
    part(
      { partnership: { coDesign: told } },
      map,
      "Pathways draw in employers, colleges and others of the community directly.",
    ),
    part(
      { departments: { embed: touched } },
      map,
      "Beside practice and research it works on policy, which hints at rules that carry the approach.",
    ),
    part(
      { design: { time: shared, teams: shared } },
      map,
      "Where a district has adopted the approach, students move as a group through small communities and longer periods.",
    ),
  ]),
  network("edvisions", "EdVisions Schools", "Schools led by their teachers, with advisory all day", [
    part(
      { vision: { clarity: told } },
      map,
      "Its stated vision is to change schooling through schools that teach, learn and lead differently.",
    ),
    ...founds(1, "It sets out to create schools; no number is given, so one."),
    part(
      { guidance: { prescription: 0, choice: mark } },
      map,
      "Teachers govern their school and its democracy decides; students direct their own projects.",
    ),
    part({ leadership: { pipeline: told } }, map, "Those who lead a school are its teachers."),
    part({ design: { time: mark, teams: told } }, map, "Advisory fills the whole day, so that everybody belongs."),
  ]),
  network("envision", "Envision Education", "Small college-preparatory schools with an exacting assessment system", [
    part(
      { vision: { clarity: told, equityPriority: told } },
      map,
      "It was founded on the idea that gaps in achievement are a failure of the system to understand learners.",
    ),
    ...founds(1, "It runs schools of its own; no number is given, so one."),
    part(
      { departments: { assessment: told } },
      map,
      "An assessment system of its own holds students to the same practice that is taught; read as assessment in the district pointing that way.",
    ),
    part({ improvement: { cycle: touched } }, map, "A watch on measurable results hints at using them."),
    part(
      { design: { time: told, teams: told } },
      map,
      "Schools are small and personal, subjects are brought together, and some learning happens at workplaces.",
    ),
  ]),
  network("expeditionary-learning", "Expeditionary Learning", "New and existing schools of every kind and grade", [
    part(
      { entry: { volunteers: told, newSchools: 1, levels: "all" } },
      map,
      "It opens schools and transforms others, at every grade, with whoever is in charge of them.",
    ),
    beginning,
    places,
    part({ entry: { decided: told } }, map, "It transforms whole schools, structures included."),
    part(
      { partnership: { coDesign: told } },
      map,
      "Schools, districts and the boards of charters are its partners in this.",
    ),
    part(
      { learning: { institutes: unsaid.gathering, repository: told } },
      map,
      "Teachers receive training and resources for planning their curriculum. How many days is not said: drawn between one and four.",
    ),
    part({ leadership: { preparation: told } }, map, "School leaders are trained as well as teachers."),
    part(
      { guidance: { prescription: 0, choice: 0.5 + told / 2 } },
      map,
      "Adults, like students, are to lead their own learning.",
    ),
    part({ design: { time: told, teams: told } }, map, "The network brings new structures into a school."),
  ]),
  network("high-tech-high", "High Tech High", "A network that trains and certifies its own teachers", [
    ...founds(3, "A single charter school grew into schools for all grades: three, founded at once for want of dates."),
    part(
      { partnership: { coDesign: told } },
      map,
      "Business leaders and educators of the city launched the first school together.",
    ),
    part(
      { leadership: { preparation: told, pipeline: mark } },
      map,
      "It certifies teachers in a programme of its own and has founded a graduate school: its staff is raised within.",
    ),
  ]),
  network("new-visions", "New Visions", "Many small new schools, and support for those that ask for it", [
    ...founds(
      3,
      "It has created well over a hundred schools in its city, most of the network being new or small: three.",
    ),
    part(
      { entry: { volunteers: told } },
      map,
      "The schools it supports as the city's chosen partner have become more over the years.",
    ),
    part({ entry: { levels: "all" } }, map, "Its schools have every range of grades."),
    part(
      { entry: { newSchoolSize: 30 } },
      map,
      "Its 76 schools have 34,000 students, 447 each; with a teacher for every fifteen, 30.",
    ),
    places,
    decided,
    part(
      { partnership: { coDesign: told } },
      map,
      "The city's own department of education picked it to support schools.",
    ),
    part(
      { coaching: { teachersPerCoach: unsaid.help } },
      map,
      "It works closely with its schools, but coaches are not named: drawn between one for 20 teachers and one for 100.",
    ),
  ]),
];
