/** Tells whether a chart of so many pixels is as narrow as on a phone, where labels are cut sooner or stand above their marks. */
export function isNarrow(width: number): boolean {
  return width < 520;
}
