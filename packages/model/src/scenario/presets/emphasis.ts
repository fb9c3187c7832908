/**
 * Turns how strongly a document speaks of something into a share. The documents give no doses, so one rule, fixed before
 * any preset was run, stands for all of them: 1 for what a document makes the mark of an approach or describes at length,
 * .75 for what it tells of this network or district, .5 for what it says of several alike or in general, .25 for what it
 * only hints at. Numbers that are no share keep their lever's default unless their reading says otherwise.
 */
export const emphasis = { mark: 1, told: 0.75, shared: 0.5, touched: 0.25 } as const;
