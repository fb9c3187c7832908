import type { Lever } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes the balance between instructional guidance and professional autonomy. */
export const guidance: Lever = {
  name: "guidance",
  doc: "The balance of guidance and autonomy in member schools",
  lesson: "Lesson 6: guidance and autonomy in balance",
  actsThrough: "confidence and a say when teachers begin, giving up; depth, lapsing, ownership",
  losesWhen: "it is judged by early counts of sign-ups",
  delay: 0,
  settings: [
    share("prescription", "How closely practice is laid down", { default: 0.5 }),
    share("choice", "How far teachers choose and adapt", { statusQuo: 0.5, default: 0.75 }),
  ],
  charges: (use) => [{ price: "cost.materials", per: "memberTeacher", quantity: use("prescription") / 12 }],
};
