/** Says where a mark belongs, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves marks along the horizontal until no two are nearer than `least` pixels both ways, within `from` … `to` where there is room.
 * Earlier ones have the better right to their place. Returns where each then lies along the horizontal.
 */
export function setApart(
  places: readonly Place[],
  { least, from, to }: { readonly least: number; readonly from: number; readonly to: number },
): number[] {
  const set: Place[] = [];
  for (const { x, y } of places) {
    // Each of the others takes the room of two steps at most.
    const steps = Array.from({ length: 2 * places.length }, (_, i) => [x + i * least, x - i * least]).flat();
    const free = steps.find(
      (at) =>
        at >= from &&
        at <= to &&
        set.every((other) => Math.abs(other.x - at) >= least || Math.abs(other.y - y) >= least),
    );
    set.push({ x: free ?? x, y });
  }
  return set.map(({ x }) => x);
}
