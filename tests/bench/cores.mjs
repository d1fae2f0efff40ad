/** Text on one core and on all, and what more threads cost one small file. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BODYCOPY, medianTimes, peakOf } from "./child.mjs";
import { writeDocuments } from "./corpus.mjs";

const SMALL = fileURLToPath(new URL("../../fixtures/documents/sputnik-lavrov/input.txt", import.meta.url));
const MEGABYTES = 200;
const ROUNDS = 3;
const SMALL_ROUNDS = 10;

const withJobs = (jobs) => [BODYCOPY, "-f", "ndjson", "--jobs", String(jobs)];

export function cores(folder) {
  const documents = writeDocuments(join(folder, "cores"), MEGABYTES);
  const threads = [...new Set([1, 2, availableParallelism()])];
  const programs = threads.map((jobs) => [...withJobs(jobs), documents]);
  const times = medianTimes(programs, ROUNDS);
  const rows = threads.map((jobs, i) => [
    `${MEGABYTES} MB of documents, \`--jobs ${jobs}\``,
    ((MEGABYTES * 1000) / times[i]).toFixed(1),
    (times[0] / times[i]).toFixed(2),
    peakOf(programs[i], folder).toFixed(0),
  ]);
  const [alone, together] = medianTimes(
    [1, Math.max(2, availableParallelism())].map((jobs) => [...withJobs(jobs), SMALL]),
    SMALL_ROUNDS,
  );
  rows.push(["one file of 6 KB, all cores", "", (alone / together).toFixed(2), ""]);
  return { head: ["All cores", "MB/s", "times `--jobs 1`", "peak MB"], rows };
}
