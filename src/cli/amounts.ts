/** What was done, in words: "1,204 documents, 35.2 MB, 44.0 MB/s, 2 errors". */
import { counted } from "./counted.js";
import type { Tally } from "./tally.js";

const MEGABYTE = 1e6;

export function amounts({ documents, bytes, errors }: Tally, seconds: number): string {
  const megabytes = bytes / MEGABYTE;
  const speed = seconds > 0 ? `, ${(megabytes / seconds).toFixed(1)} MB/s` : "";
  const failed = errors === 0 ? "" : `, ${counted(errors, "error")}`;
  return `${counted(documents, "document")}, ${megabytes.toFixed(1)} MB${speed}${failed}`;
}
