import { documents } from "./documents.ts";
import { emphasis } from "./emphasis.ts";
import { type Part, part, preset } from "./preset.ts";
import type { Strategy } from "./strategy.ts";
import { unsaid } from "./unsaid.ts";

const { brief, release, bigPicture, map } = documents;
const { mark, told, shared, touched } = emphasis;

/** What the brief says of the three networks alike. */
const alike = {
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

const bigPictureParts: readonly Part[] = [
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

/** Lists the three networks that the brief studies, each as a preset. */
export const studiedNetworks: readonly Strategy[] = [
  preset(
    {
      name: "big-picture",
      title: "Big Picture Learning",
      doc: "Advisory for four years, internships, waivers; a principal prepares for the year before opening",
      kind: "network",
    },
    bigPictureParts,
  ),
  preset(
    {
      name: "big-picture-subset",
      title: "Big Picture Learning, in part",
      doc: "As Big Picture Learning, but the district takes half of its ten distinguishers",
      kind: "network",
    },
    [
      ...bigPictureParts,
      part(
        { practice: { scope: 0.5 } },
        bigPicture,
        "Ten features set its schools apart, and local leaders may take some of them; how many is not said, so five.",
      ),
    ],
  ),
  preset(
    {
      name: "internationals",
      title: "Internationals Network",
      doc: "Schools for newcomers, in teams across subjects; every teacher sits through a lesson in a foreign language",
      kind: "network",
    },
    [
      part(
        { vision: { clarity: told, equityPriority: mark } },
        map,
        "It exists for students who have just immigrated, all of whom are to reach a good high school education.",
      ),
      part(
        { partnership: { coDesign: shared } },
        brief,
        "No network sets up schools on its own: each works with leaders, educators and community, so that the change is wanted.",
      ),
      alike.waivers,
      alike.founding,
      part(
        { entry: { volunteers: touched } },
        map,
        "It means to widen its reach by passing on what works; of other schools joining nothing more is said.",
      ),
      part({ entry: { levels: "secondary" } }, release, "Its schools are for secondary students."),
      part({ entry: { decided: shared } }, release, "All three networks shape whole schools, not single classrooms."),
      alike.places,
      alike.size,
      alike.preparation,
      alike.pipeline,
      alike.principals,
      part(
        { learning: { institutes: unsaid.gatherings } },
        brief,
        "At conferences in summer and in fall every educator sits through a lesson in a foreign language, without and with the network's methods. How long is not said: two gatherings, drawn between two days and six.",
      ),
      alike.visits,
      alike.repository,
      alike.coaching,
      alike.guidance,
      part(
        { improvement: { cycle: shared } },
        brief,
        "All three have turned the strains of growth into occasions to reflect and change.",
      ),
      part(
        { design: { teams: mark } },
        release,
        "Teachers of several subjects form one team, which teaches language and content together.",
      ),
      alike.time,
    ],
  ),
  preset(
    {
      name: "new-tech",
      title: "New Tech Network",
      doc: "Co-design with the district, whose every level learns; projects with technology; cycles of inquiry",
      kind: "network",
    },
    [
      part(
        { vision: { clarity: told } },
        map,
        "Schools are to rethink teaching and learning from the ground up, around projects.",
      ),
      part({ vision: { equityPriority: shared } }, brief, "All three networks mean to advance equity."),
      part(
        { partnership: { coDesign: mark } },
        brief,
        "A formal, worked-out course of joint design with founding leaders and local partners fits each school to its place and builds support for it.",
      ),
      alike.waivers,
      alike.founding,
      part(
        { entry: { volunteers: told } },
        brief,
        "Services for districts are meant to carry the practice into their other schools as well.",
      ),
      part({ entry: { levels: "all" } }, release, "It supports elementary, middle and high schools."),
      part({ entry: { decided: told } }, release, "What it offers is a model of the whole school."),
      alike.places,
      alike.size,
      part(
        { leadership: { preparation: told } },
        brief,
        "Founding leaders are worked with closely all through the design of their school.",
      ),
      alike.pipeline,
      alike.principals,
      part(
        { investment: { office: mark } },
        brief,
        "A district is like a set of dolls one inside another: all are learners, and each layer answers for how the one beneath it can learn.",
      ),
      part(
        { learning: { institutes: unsaid.gatherings } },
        brief,
        "An annual conference, and workshops on site and online. How long is not said: drawn between two days and six.",
      ),
      part(
        { learning: { repository: told } },
        release,
        "Districts and educators get model curricula and assessments to draw on.",
      ),
      alike.visits,
      alike.coaching,
      part(
        { guidance: { prescription: touched } },
        brief,
        "Networks bend to a place and yet keep to their model, which asks some likeness of practice.",
      ),
      part(
        { guidance: { choice: 0.5 + told / 2 } },
        map,
        "Teachers, like students, own what goes on in class and in school to an unusual degree.",
      ),
      part(
        { improvement: { cycle: mark } },
        brief,
        "Its framework for a learning organisation starts from one clear aim and goes round data, analysis and strategy; the network uses it on itself and hands it to schools.",
      ),
      part(
        { design: { time: told, teams: told } },
        release,
        "The model is of the whole school: projects across subjects, with technology to match.",
      ),
    ],
  ),
];
