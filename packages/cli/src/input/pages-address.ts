import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";

/** Returns the address of the pages, from `--pages` or else from the environment; a fault is added to `faults`. */
export function pagesAddress(host: Host, given: string | undefined, faults: Fault[]): string | undefined {
  const address = given ?? host.pages;
  if (address === undefined || address === "") return undefined;
  if (/^(https?:\/\/[^\s?#]+|file:\/\/\/[^\s?#]+|\.{0,2}\/[^\s?#]*)$/i.test(address)) return address;
  const path = given === undefined ? "UPTAKE_PAGES" : "--pages";
  const allowed = "https://HOST/PATH/, without a query";
  faults.push({
    code: "not-an-address",
    path,
    message: `“${address}” is no address of pages`,
    value: address,
    allowed,
  });
  return undefined;
}
