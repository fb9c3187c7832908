// What the page "Sources" says.

/** Holds the page's words. */
export const sourcesWords = {
  about: (count: number, told: string): string =>
    `The model has ${count} numbers of its own: ${told}. Where there is no direct estimate, the range is wide and holds zero for every effect.`,
  section: (name: string, count: number): string => `${name.charAt(0).toUpperCase()}${name.slice(1)} (${count})`,
} as const;
