/** Sets apostrophes as the pages have them: texts of the model and of tests have straight ones. */
export const apostrophes = (text: string): string => text.replaceAll("'", "’");
