import { gunzipSync } from "node:zlib";
import { decompress } from "fzstd";
import { type Compressors, snappyUncompress } from "hyparquet";
import { mostOfPage, mostUnpacked } from "./limits.ts";
import { damaged } from "./refused.ts";

type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const ways: Readonly<Record<"SNAPPY" | "GZIP" | "ZSTD", Unpack>> = {
  SNAPPY: (packed, length) => {
    const unpacked = new Uint8Array(length);
    snappyUncompress(packed, unpacked);
    return unpacked;
  },
  GZIP: (packed, length) => gunzipSync(packed, { maxOutputLength: Math.max(1, length) }),
  // Node has this of its own from 22.15 only.
  ZSTD: (packed, length) => decompress(packed, new Uint8Array(length)),
};

/** Compressions that are read. */
export const compressions: readonly string[] = ["UNCOMPRESSED", ...Object.keys(ways)];

/**
 * Returns what unpacks pages, of which all together may hold no more bytes than the limit. @throws Refused beyond it.
 */
export function unpackers(): Compressors {
  let left = mostUnpacked;
  const bounded =
    (unpack: Unpack): Unpack =>
    (packed, length) => {
      left -= length;
      if (!(length >= 0 && length <= mostOfPage && left >= 0)) throw damaged("its pages unpack to more than is read");
      return unpack(packed, length);
    };
  return Object.fromEntries(Object.entries(ways).map(([name, unpack]) => [name, bounded(unpack)]));
}
