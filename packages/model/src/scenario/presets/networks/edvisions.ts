import { documents } from "../documents.ts";
import { emphasis } from "../emphasis.ts";
import { part } from "../preset.ts";
import type { Strategy } from "../strategy.ts";
import { founds, network } from "./network.ts";

const { map } = documents;
const { mark, told } = emphasis;

/** Describes the strategy “EdVisions Schools”. */
export const edvisions: Strategy = network(
  "edvisions",
  "EdVisions Schools",
  "Schools led by their teachers, with advisory all day",
  [
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
  ],
);
