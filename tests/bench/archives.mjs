/** Web archives on one thread and on all cores: how long they take, beside unpacking them, and that memory does not grow with them. */
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

const ALL = [BODYCOPY, "-f", "ndjson"];
const ALONE = [...ALL, "--jobs", "1"];

export async function archives(folder) {
  const rows = [];
  for (const [kind, content] of KINDS) {
    const file = await writeArchive(join(folder, `${MEGABYTES}.${kind}.gz`), kind, MEGABYTES);
    const programs = [[GUNZIP], ALONE, ALL].map((args) => [...args, file]);
    const [floor, alone, all] = medianTimes(programs, ROUNDS).map((ms) => (MEGABYTES * 1000) / ms);
    rows.push([
      `${MEGABYTES} MB of ${content}, \`.${kind}.gz\``,
      floor.toFixed(0),
      alone.toFixed(1),
      all.toFixed(1),
      (all / floor).toFixed(3),
      peakOf([...ALL, file], folder).toFixed(0),
    ]);
  }
  const large = await writeArchive(join(folder, "large.warc.gz"), "warc", LARGE_MEGABYTES);
  const peak = peakOf([...ALL, large], folder);
  rows.push([`${LARGE_MEGABYTES} MB of pages, \`.warc.gz\``, "", "", "", "", peak.toFixed(0)]);
  const head = ["Web archives", "gunzip alone, MB/s", "`--jobs 1`", "all cores", "of gunzip", "peak MB"];
  return { head, rows };
}
