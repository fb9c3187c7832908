/** A measurement whose seconds fall from round to round, and of which one build has nothing. */
export const rounds = 3;

export async function open(root, { given }) {
  if (root === "made lacking") throw new Error(`${root} has nothing\nat all`);
  let falling = 10;
  return { works: { falling: () => --falling, other: async () => 1 }, facts: { given }, warm: 1 };
}
