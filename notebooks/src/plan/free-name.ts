/** Most characters of a plan's name. */
const longest = 200;

/** Returns a name that no other plan has, of at most 200 characters: the name itself, or with a number behind it. */
export function freeName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((one) => one.name));
  for (let number = 1; ; number++) {
    const behind = number === 1 ? "" : ` (${number})`;
    const free = `${name.slice(0, longest - behind.length)}${behind}`;
    if (!taken.has(free)) return free;
  }
}
