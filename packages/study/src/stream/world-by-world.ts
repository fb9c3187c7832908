/**
 * Returns the places 0 … `count` − 1 so that those of one world follow one another, where worlds come again after every
 * `worlds` places: sums over a world then need no table of worlds.
 */
export function* worldByWorld(count: number, worlds: number): Generator<number> {
  for (let world = 0; world < Math.min(worlds, count); world++)
    for (let place = world; place < count; place += worlds) yield place;
}
