const entities = { "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Reads the sentence that a picture says of itself. */
export function sentenceOf(svg) {
  const [, label] = / aria-label="([^"]*)"/.exec(svg);
  return label.replaceAll(/&(?:quot|lt|gt|amp);/g, (entity) => entities[entity]);
}
