/** Bytes of a megabyte, here and in every limit. */
const mega = 1024 * 1024;

/**
 * Words the size of what is larger than a limit, and the limit, as in `2.1 MB; the limit is 1 MB`. The size is rounded to
 * one decimal; where that is no more than the limit, it is a little over it.
 *
 * @param bytes size, in bytes, above the limit.
 * @param limit most bytes that are read, in whole megabytes of 1,048,576 bytes.
 */
export function beyondLimit(bytes: number, limit: number): string {
  const most = limit / mega;
  const size = Number((bytes / mega).toFixed(1));
  return `${size > most ? size : `a little over ${most}`} MB; the limit is ${most} MB`;
}
