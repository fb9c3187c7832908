/** Tells whether a value is the name of a JSON file, as a district is kept in. */
export const isJsonName = (value: unknown): value is string => typeof value === "string" && /\.json$/i.test(value);

/** Tells whether a value is the name of a YAML file, as a scenario or a study is. */
export const isYamlName = (value: unknown): value is string => typeof value === "string" && /\.ya?ml$/i.test(value);

/** Tells whether a value is the name of a table, as a roster is. */
export const isTableName = (value: unknown): value is string =>
  typeof value === "string" && /\.(?:csv|parquet)$/i.test(value);
