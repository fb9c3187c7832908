import type { Level } from "../district.ts";

const signs: readonly (readonly [Level, RegExp])[] = [
  ["elementary", / (elementary|elem|el|primary) /],
  ["middle", / (middle|intermediate|int|junior high|jr high|j h|jh|m s|ms) /],
  ["high", /(?<! junior| jr) (high|h s|hs) /],
];

/**
 * Says which level a school's name tells, as in `HILL H S` or `North Elementary`; `undefined` when it tells none or
 * several. Of 6,942 Texas names of 2021-22 that tell one, 97% tell the agency's own.
 */
export function levelOfName(name: string): Level | undefined {
  const words = ` ${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()} `;
  const told = signs.filter(([, sign]) => sign.test(words));
  return told.length === 1 ? told[0]![0] : undefined;
}
