import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { type Part, part } from "../preset.ts";
import { unsaid } from "../unsaid.ts";
import { alike } from "./alike.ts";

const { brief, bigPicture } = documents;
const { mark, told } = emphasis;

/** What is read of Big Picture Learning. */
export const bigPictureParts: readonly Part[] = [
  part(
    { vision: { clarity: mark, equityPriority: told } },
    bigPicture,
    "One vision, of deeper learning and of equity, steers how schools are designed, taught and run; districts are told to hold to theirs without compromise.",
  ),
  part(
    { partnership: { coDesign: told } },
    bigPicture,
    "Talks with the district's leaders and educators, on whether the approach fits and can work, come before any school.",
  ),
  part(
    { partnership: { waivers: mark } },
    brief,
    "Network and principals settle with the district, in writing, how rules on seat time, credits and graduation give way to the model.",
  ),
  part(
    { entry: { volunteers: told } },
    bigPicture,
    "It is for local leaders to take the approach up, so existing schools come of their own will.",
  ),
  part(
    { entry: { levels: "high" } },
    brief,
    "Students stay four years with one adviser, leave for internships and graduate by agreements on credits: high schools.",
  ),
  part(
    { entry: { decided: told } },
    bigPicture,
    "Ten features belong to the approach in every one of its schools: a school takes it up as a whole.",
  ),
  alike.places,
  alike.size,
  part(
    { entry: { newSchools: 1, newSchoolMonth: 12, leadYear: 1 }, leadership: { preparation: mark } },
    brief,
    "In the year before a school opens its principal shapes vision and design, trains with the network, meets other new leaders under a coach and visits strong schools. One school is founded, since no number is given.",
  ),
  alike.pipeline,
  part(
    { investment: { principals: told } },
    brief,
    "After that first year there are leadership conferences, and coaches whom principals can call on for their own aims and their school's.",
  ),
  part(
    { learning: { institutes: unsaid.gathering, repository: told } },
    bigPicture,
    "Conferences bring newcomers into the approach and its community; teaching materials are to be had online. How long is not said: a yearly gathering, drawn between one day and four.",
  ),
  alike.visits,
  alike.coaching,
  part(
    { coaching: { teachersPerCoach: unsaid.coaches } },
    bigPicture,
    "Coaches stay at hand for what comes up in practice; again without a number.",
  ),
  alike.guidance,
  part(
    { improvement: { cycle: told } },
    bigPicture,
    "The network has grown, regrouped its staff by region and altered its own approach from what it learnt.",
  ),
  part(
    { design: { time: mark } },
    brief,
    "The day is cut to leave school for internships and for long blocks with one adviser, who keeps the same group for four years.",
  ),
  alike.teams,
];
