/** Lists what is wrong with a built site. */
export function check(folder: string): string[];
