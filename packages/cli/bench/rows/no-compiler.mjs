/** Says why a figure that rests on C is missing. */
export const noCompiler = "there is no C compiler (cc); on Debian: apt-get install gcc libc6-dev";
