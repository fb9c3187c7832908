import { levers } from "@uptake/model";
import { planControls } from "../../plan/plan-controls.js";
import { lessonsWords } from "../../words/lessons.js";
import { wordsOfControl } from "../../words/levers.js";

/** Names a setting, as in `coaching.release`, in the words of the panel; as the model describes it where that has none. */
export function settingLabel(setting: string): string {
  const [lever = "", name = ""] = setting.split(".");
  if (name === "end") return lessonsWords.networks.lasts;
  const control = planControls.find((one) => one.lever === lever && one.settings.includes(name));
  const { settings = [], counts = [], choices = [] } = levers.find((one) => one.name === lever) ?? {};
  const doc = [...settings, ...counts, ...choices].find((one) => one.name === name)?.doc ?? setting;
  return control ? wordsOfControl(control.name, doc).label : (doc.split(/[:;,]/)[0] ?? doc);
}
