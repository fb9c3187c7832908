/** Ends a command that has said itself what does not agree; the exit code is 1. */
export class Refuted extends Error {}
