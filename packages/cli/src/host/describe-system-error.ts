/** Says in words what the system refuses, and what helps, by the system's code. */
const words: Readonly<Record<string, string>> = {
  EACCES: "you may not write there; choose another folder, or ask for the right to",
  EPERM: "the system does not allow it; choose another folder",
  ENOSPC: "the disk is full; free some space, or choose a folder on another disk",
  EDQUOT: "your share of the disk is used up; free some space, or choose a folder on another disk",
  EROFS: "the disk can only be read; choose a folder on another one",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "a folder stands where a file is to be",
  ENOTEMPTY: "a folder that holds files stands where a file is to be",
  EEXIST: "something else of that name is there",
  ENOENT: "a folder on the way is not there, or cannot be made",
  EXDEV: "it is on another disk",
  EMFILE: "too many files are open; close other programs, or raise the limit (ulimit -n)",
  ENFILE: "too many files are open on this machine; close other programs",
  ENAMETOOLONG: "the name is too long; choose a shorter one",
  ELOOP: "its links lead round in a circle",
  EBUSY: "another program holds it; close that program",
  ETXTBSY: "another program runs it; close that program",
  EIO: "the disk fails to read or write; choose a folder on another one, and have this one looked at",
  EFBIG:
    "the file would be larger than may be written there; choose a folder on another disk, or raise the limit (ulimit -f)",
  ENOMEM: "there is too little memory; close other programs",
};

/** Tells whether the system gave an error, with a code, as for a file that cannot be written. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === "string" && "syscall" in error;
}

/** Says in plain words why the system refused, without the file: its own message where there are no words for it. */
export function whyRefused(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  return words[error.code] ?? error.message;
}

/** Says in plain words what the system refused and why, as in `/data/out cannot be used: the disk is full; …`. */
export function describeSystemError(error: unknown): string {
  if (!isSystemError(error) || words[error.code] === undefined) return whyRefused(error);
  const { path } = error;
  return `${path === undefined ? "a file" : path} cannot be used: ${whyRefused(error)}`;
}
