import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { type Part, part } from "../preset.ts";
import { unsaid } from "../unsaid.ts";

const { brief, release } = documents;
const { mark, shared, touched } = emphasis;

/** Names what the brief says of the three networks alike. */
type Alike =
  | "founding"
  | "size"
  | "places"
  | "coaching"
  | "visits"
  | "repository"
  | "pipeline"
  | "preparation"
  | "principals"
  | "waivers"
  | "teams"
  | "time"
  | "guidance";

/** What the brief says of the three networks alike. */
export const alike: Readonly<Record<Alike, Part>> = {
  founding: part(
    { entry: { newSchools: 1, newSchoolMonth: 12, leadYear: 1 } },
    brief,
    "New site leaders are trained, coached and shown other schools of the network before they take charge; one school is founded, since no number is given.",
  ),
  size: part(
    { entry: { newSchoolSize: 22 } },
    release,
    "The three networks count 271 schools and 90,000 students, 332 a school; with a teacher for every fifteen, 22.",
  ),
  places: part(
    { entry: { places: unsaid.places } },
    release,
    "One network has some 65 schools in 26 states, one more than 200 in 25, one 27 in all: a handful in any one place. How many may join in a year is not said: drawn between one and four.",
  ),
  coaching: part(
    { coaching: { teachersPerCoach: unsaid.coaches, release: mark } },
    brief,
    "Expert coaches help close at hand at first and step back as a school becomes able to do without them. How many is not said: drawn between a coach for 12 teachers and one for 40.",
  ),
  visits: part(
    { learning: { visits: shared, interDistrict: shared } },
    brief,
    "Educators go to see other schools of the network at work. Networks span districts, so half the visits are read as leaving the district, which tells where a scenario holds several.",
  ),
  repository: part(
    { learning: { repository: shared } },
    brief,
    "All three keep collections of curriculum and of assessments for their teachers.",
  ),
  pipeline: part(
    { leadership: { pipeline: shared } },
    brief,
    "Those who open a new school have frequently taught or led in the network before, and networks raise such people on purpose.",
  ),
  preparation: part(
    { leadership: { preparation: shared } },
    brief,
    "Each network trains its principals before they start.",
  ),
  principals: part(
    { investment: { principals: shared } },
    brief,
    "Principals in post keep coaches, training and circles of fellow principals.",
  ),
  waivers: part(
    { partnership: { waivers: shared } },
    brief,
    "Networks ask districts and states for agreements or exemptions that give their designs room.",
  ),
  teams: part({ design: { teams: shared } }, brief, "Teachers work in teams that have the same students."),
  time: part(
    { design: { time: shared } },
    brief,
    "Timetables leave long stretches for joint and applied work, of teachers as of students.",
  ),
  guidance: part(
    { guidance: { prescription: touched, choice: 0.5 + shared / 2 } },
    brief,
    "Teachers begin with tools of experts and fit them to their own students; networks bend to a place and yet keep to their model.",
  ),
};
