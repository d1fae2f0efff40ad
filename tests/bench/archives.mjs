/** Web archives in one process: how long they take, beside unpacking them, and that memory does not grow with them. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeArchive } from "./archive.mjs";
import { BODYCOPY, medianTimes, peakOf } from "./child.mjs";

const GUNZIP = fileURLToPath(new URL("gunzip.mjs", import.meta.url));
const MEGABYTES = 100;
const LARGE_MEGABYTES = 1000;
const ROUNDS = 3;
const KINDS = [
  ["warc", "pages"],
  ["wet", "texts"],
];

const PROGRAM = [BODYCOPY, "-f", "ndjson", "--jobs", "1"];

export async function archives(folder) {
  const rows = [];
  for (const [kind, content] of KINDS) {
    const file = await writeArchive(join(folder, `${MEGABYTES}.${kind}.gz`), kind, MEGABYTES);
    const [floor, time] = medianTimes(
      [
        [GUNZIP, file],
        [...PROGRAM, file],
      ],
      ROUNDS,
    );
    const peak = peakOf([...PROGRAM, file], folder);
    rows.push([
      `${MEGABYTES} MB of ${content}, \`.${kind}.gz\``,
      ((MEGABYTES * 1000) / time).toFixed(1),
      ((MEGABYTES * 1000) / floor).toFixed(0),
      peak.toFixed(0),
    ]);
  }
  const large = await writeArchive(join(folder, "large.warc.gz"), "warc", LARGE_MEGABYTES);
  const peak = peakOf([...PROGRAM, large], folder);
  rows.push([`${LARGE_MEGABYTES} MB of pages, \`.warc.gz\``, "", "", peak.toFixed(0)]);
  return { head: ["Web archives, one process", "MB/s", "MB/s of gunzip alone", "peak MB"], rows };
}
