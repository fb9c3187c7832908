/**
 * Runs one plan in every district of a country, and adds up what comes of it.
 *
 * @module
 */
export { type CountryOptions, country, mostDistricts } from "./country.ts";
export { type CountryPart, type CountryResult, type StateDistrict, wholeCountry } from "./country-result.ts";
