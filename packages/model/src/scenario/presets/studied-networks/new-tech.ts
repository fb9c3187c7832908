import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part, preset } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { unsaid } from "../unsaid.ts";
import { alike } from "./alike.ts";

const { brief, release, map } = documents;
const { mark, told, shared, touched } = emphasis;

/** Describes the strategy “New Tech Network”. */
export const newTech: Strategy = preset(
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
);
