/**
 * Ends what a person has stopped; the message says what is kept and how to go on. `folding` tells that runs were folded as
 * they came, of which none is kept.
 */
export class Interrupted extends Error {
  readonly folding: boolean;

  constructor(message: string, folding = false) {
    super(message);
    this.name = "Interrupted";
    this.folding = folding;
  }
}
