/** Returns the name of the figure that the address shows alone, as in `?embed=fan`; undefined where it shows the whole page. */
export function embeddedFigure(): string | undefined {
  return new URLSearchParams(location.search).get("embed") || undefined;
}
