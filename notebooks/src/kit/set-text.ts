/** Sets the text of a place where it is another: the same text set anew would have the page laid out again. */
export function setText(place: Text | HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
