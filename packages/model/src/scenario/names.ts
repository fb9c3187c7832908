/**
 * Gives the names that help texts need without the rest of the model, which takes longer to load than help to show.
 *
 * @module
 */
export { rosterFormatNames } from "../district/roster/formats/format-names.ts";
export { version } from "../version.ts";
export { targetKinds } from "./target.ts";
