// The names that help texts give, without the rest of the model: loading that takes longer than showing help.
export { rosterFormatNames } from "../district/roster/formats/format-names.ts";
export { version } from "../version.ts";
export { targetKinds } from "./target.ts";
