import { assessment } from "./assessment.ts";
import { departments } from "./departments.ts";
import { entry } from "./entry.ts";
import { guidance } from "./guidance.ts";
import { investment } from "./investment.ts";
import { play } from "./play.ts";
import { vision } from "./vision.ts";

// Each of the six lessons at equal planned cost: as it comes, where it wins, where it loses.

play([vision, assessment, investment, departments, entry, guidance]);
