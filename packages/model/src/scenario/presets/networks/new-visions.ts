import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { decided, places, unsaid } from "../unsaid.ts";
import { founds, network } from "./network.ts";

const { map } = documents;
const { told } = emphasis;

/** Describes the strategy “New Visions”. */
export const newVisions: Strategy = network(
  "new-visions",
  "New Visions",
  "Many small new schools, and support for those that ask for it",
  [
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
  ],
);
