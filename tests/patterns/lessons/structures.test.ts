import { coaching } from "./coaching.ts";
import { design } from "./design.ts";
import { hazards } from "./hazards.ts";
import { improvement } from "./improvement.ts";
import { leadership } from "./leadership.ts";
import { learning } from "./learning.ts";
import { partnership } from "./partnership.ts";
import { play } from "./play.ts";
import { practice } from "./practice.ts";

// Each structure of the networks at equal planned cost: as it comes, where it wins, where it loses.

play([coaching, learning, leadership, design, partnership, improvement, practice, hazards]);
