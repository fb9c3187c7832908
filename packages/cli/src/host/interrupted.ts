/** Ends what a person has stopped; the message says what is kept and how to go on. */
export class Interrupted extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Interrupted";
  }
}
