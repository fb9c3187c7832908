import { adds } from "./adds.mjs";
import { card } from "./card.mjs";
import { datasets } from "./datasets.mjs";
import { errors } from "./errors.mjs";
import { fifteen } from "./fifteen.mjs";
import { figures, misses, others, summary } from "./figures.mjs";
import { forecasts } from "./forecasts.mjs";
import { gallery } from "./gallery.mjs";
import { numbers, parameters, statuses } from "./parameters.mjs";
import { performance } from "./performance.mjs";
import { rosterColumns, rosterFields, rosterFormats, rosterLevels, rosterMarks, rosterRows } from "./rosters.mjs";
import { districts, levers, readings, settings, shocks, strategies, switches } from "./scenarios.mjs";
import { funnelSeries, series } from "./series.mjs";
import { stories } from "./stories.mjs";
import { studies, study } from "./studies.mjs";
import { support } from "./support.mjs";

/** Maps the kinds of generated region to what writes them: from the facts, the region's words and the page's regions. */
export const blocks = {
  parameters,
  numbers,
  statuses,
  levers,
  settings,
  strategies,
  readings,
  shocks,
  switches,
  districts,
  studies,
  study,
  datasets,
  gallery,
  figures,
  others,
  summary,
  misses,
  support,
  stories,
  adds,
  forecasts,
  performance,
  errors,
  series,
  "funnel-series": funnelSeries,
  fifteen,
  card,
  "roster-fields": rosterFields,
  "roster-formats": rosterFormats,
  "roster-columns": rosterColumns,
  "roster-levels": rosterLevels,
  "roster-rows": rosterRows,
  "roster-marks": rosterMarks,
};
