import { parameters } from "@uptake/model";
import { wordsOfBelief } from "./beliefs.js";

const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));

/** Names a belief in plain words. */
export const labelOfBelief = (name: string): string => wordsOfBelief(name, byName.get(name)?.doc ?? name);
