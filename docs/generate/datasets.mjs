import { code, table } from "./table.mjs";

/** Lists the public data sets: folder under `../shared/data`, origin, and how the sources of numbers name it. */
const DATASETS = [
  {
    folder: "teacher-advice-networks",
    origin: "Pitts and Spillane 2009, advice among 284 staff of ten schools (R package HLSM)",
    named: /Pitts and Spillane/,
  },
  {
    folder: "district-leader-network",
    origin: "Daly and Finnigan, 43 leaders of one district; derived figures only",
    named: /Daly and Finnigan/,
  },
  {
    folder: "tx-district-staffing",
    origin: "Texas Education Agency, TAPR, about 1,200 districts, 2012-13 to 2018-19",
    named: /Texas (district )?panel/,
  },
  {
    folder: "tx-leader-turnover",
    origin: "Texas Education Agency, AskTED directories, 2015 to 2017",
    named: /Texas directories/,
  },
  {
    folder: "teacher-survival",
    origin: "Singer 1992, 3,941 special educators hired in Michigan 1972–78 (R package alda)",
    named: /Singer|Michigan/,
  },
  {
    folder: "nyc-school-climate",
    origin: "New York City Department of Education, 1,272 schools, 2016",
    named: /New York City/,
  },
  {
    folder: "diffusion-classics",
    origin: "Coleman, Katz and Menzel 1966; Rogers and Kincaid 1981 (R package netdiffuseR)",
    named: /netdiffuseR|Medical Innovation|Korean/,
  },
  {
    folder: "ca-meal-provision-adoption",
    origin: "California Department of Education, 10,989 schools, 2012-13 to 2015-16",
    named: /meal/,
  },
  {
    folder: "tx-early-college-adoption",
    origin: "Texas Education Agency, accountability files, 2,496 campuses, 2018-19 to 2021-22",
    named: /early colleges?/i,
  },
  {
    folder: "state-education-policies",
    origin: "Boehmke and others, State Policy Innovation and Diffusion database (R package NetworkInference)",
    named: /Boehmke/,
  },
  {
    folder: "tx-campus-roster",
    origin: "Texas Education Agency, TAPR; NCES Common Core of Data",
  },
  { folder: "ca-school-roster", origin: "California Department of Education, 2016-17" },
  {
    folder: "ma-school-roster",
    origin: "Massachusetts Department of Elementary and Secondary Education, 2017",
  },
  {
    folder: "us-districts",
    origin: "NCES Common Core of Data, 2023-24",
    named: /US districts 2023-24/,
  },
];

/** Writes for each data set the numbers whose source names it, and the patterns whose recorded figures name it. */
export function datasets({ parameters, figures }) {
  return table(
    ["folder", "origin", "named as a source of", "figures held against it"],
    DATASETS.map(({ folder, origin, named }) => {
      const names = ({ source = "" }) => source.includes(folder) || (named?.test(source) ?? false);
      const patterns = figures.filter(names).map(({ pattern }) => pattern);
      return [
        code(folder),
        origin,
        parameters
          .filter(names)
          .map(({ name }) => code(name))
          .join(", ") || "–",
        [...new Set(patterns)].join(", ") || "–",
      ];
    }),
  );
}
