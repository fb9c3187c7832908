import type { WorldPattern } from "./pattern.ts";
import { mays, supportedDistrict } from "./supported-district.ts";

/** P15: what a coach for 20 teachers does to use in a district where every school is in and stays. */
export const ordinarySupport: WorldPattern = {
  id: "P15",
  doc: "With a coach for 20 teachers in every school of a district, use of a complex practice goes from 15% to about 25, 33 and 38% in May of years 1, 2 and 3",
  source:
    "The .05 of depth that K1 finds at scale, turned into users; beside use observed in whole districts (U14, U18, V13): two routes, neither a count by year",
  statistics: {
    first: { doc: "Use in May of year 1", unit: "share of teachers", bounds: [0.18, 0.33] },
    second: { doc: "Use in May of year 2", unit: "share of teachers", bounds: [0.24, 0.44] },
    third: { doc: "Use in May of year 3", unit: "share of teachers", bounds: [0.28, 0.52] },
  },
  async measure(world, seed) {
    const { coached } = await supportedDistrict(world, seed);
    const [first, second, third] = mays.map((may) => {
      const values = coached.flatMap(({ measures }) => (may < measures.adoption.length ? measures.adoption[may]! : []));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    return { first: first!, second: second!, third: third! };
  },
};
