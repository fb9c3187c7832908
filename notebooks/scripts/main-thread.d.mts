/** Lists, in words, how a source of the pages would run the model itself; `path` is relative to `notebooks`. */
export function shortcuts(path: string, text: string): string[];
/** Lists the same of all pages below a folder of sources, with the parts and words they are made of. */
export function allShortcuts(folder: string): string[];
