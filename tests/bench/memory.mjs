/**
 * Peak memory over the size of the input: records that are made while they are read, and a document that is a single
 * line. `BENCH_LARGE=1` adds the 5 GB that show it best and take longest.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BODYCOPY, peakOf } from "./child.mjs";
import { writeOneLine } from "./corpus.mjs";

const RECORDS = fileURLToPath(new URL("records.mjs", import.meta.url));
const RECORD_MEGABYTES = [100, 500, 1_000];
const LARGE_MEGABYTES = 5_000;
const LINE_MEGABYTES = 100;

export function memory(folder) {
  const sizes = process.env.BENCH_LARGE === "1" ? [...RECORD_MEGABYTES, LARGE_MEGABYTES] : RECORD_MEGABYTES;
  const rows = sizes.flatMap((megabytes) =>
    [1, 2].map((jobs) => [
      `${megabytes} MB in records of 16 KB, \`--jobs ${jobs}\``,
      peakOf([BODYCOPY, "--records", "--jobs", String(jobs)], folder, [RECORDS, String(megabytes)]).toFixed(
        0,
      ),
    ]),
  );
  const line = writeOneLine(join(folder, "line.txt"), LINE_MEGABYTES);
  rows.push([`${LINE_MEGABYTES} MB in a single line`, peakOf([BODYCOPY, line], folder).toFixed(0)]);
  return { head: ["Memory", "peak MB"], rows };
}
