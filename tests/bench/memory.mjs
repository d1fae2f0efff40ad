/** Peak memory over the size of the input: many documents, and one that is a single line. */
import { join } from "node:path";
import { BODYCOPY, peakOf } from "./child.mjs";
import { writeDocuments, writeOneLine } from "./corpus.mjs";

const DOCUMENT_MEGABYTES = [50, 200];
const LINE_MEGABYTES = 100;

export function memory(folder) {
  const peak = (path) => peakOf([BODYCOPY, "-f", "ndjson", path], folder).toFixed(0);
  const rows = DOCUMENT_MEGABYTES.map((megabytes) => [
    `${megabytes} MB in documents of 16 KB`,
    peak(writeDocuments(join(folder, `memory-${megabytes}`), megabytes)),
  ]);
  const line = writeOneLine(join(folder, "line.txt"), LINE_MEGABYTES);
  rows.push([`${LINE_MEGABYTES} MB in a single line`, peak(line)]);
  return { head: ["Memory", "peak MB"], rows };
}
