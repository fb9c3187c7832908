/** Names the built-in formats of rosters, in the order in which messages list them. */
export const formatNames = [
  "generic",
  "ca",
  "co",
  "ma",
  "nces",
  "tx",
  "ca-prepared",
  "ma-prepared",
  "tx-prepared",
] as const;

/** Names the formats, for messages. */
export const rosterFormatNames: string = formatNames.join(", ");
