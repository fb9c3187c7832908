import type { LeverNumbers, LeverWords } from "../lever.ts";
import { share } from "./setting.ts";

/** Describes the balance between instructional guidance and professional autonomy. */
export const guidance: LeverNumbers = {
  name: "guidance",
  delay: 0,
  settings: [share("prescription", { default: 0.5 }), share("choice", { statusQuo: 0.5, default: 0.75 })],
  charges: (use) => [{ price: "cost.materials", per: "memberTeacher", quantity: use("prescription") / 12 }],
};

/** Says what guidance is. */
export const guidanceWords: LeverWords = {
  doc: "The balance of guidance and autonomy in member schools",
  lesson: "Lesson 6: guidance and autonomy in balance",
  actsThrough: "confidence and a say when teachers begin, giving up; depth, lapsing, ownership",
  losesWhen: "it is judged by early counts of sign-ups",
  says: {
    prescription: "How closely practice is laid down",
    choice: "How far teachers choose and adapt",
  },
};
