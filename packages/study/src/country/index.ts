export { type CountryOptions, country, mostDistricts } from "./country.ts";
export { type CountryPart, type CountryResult, type StateDistrict, wholeCountry } from "./country-result.ts";
