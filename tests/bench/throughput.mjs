/** Megabytes of text a second on one thread, beside a bare Node program that reads the same files. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BODYCOPY, medianTimes } from "./child.mjs";
import { writeDocuments } from "./corpus.mjs";

const FLOOR = fileURLToPath(new URL("floor.mjs", import.meta.url));
const MEGABYTES = 50;
const ROUNDS = 3;

const PROGRAMS = [
  ["bare Node: read, decode, split, JSON", [FLOOR]],
  ["`bodycopy --jobs 1`", [BODYCOPY, "--quiet", "--jobs", "1"]],
  ["`bodycopy -f ndjson --jobs 1`", [BODYCOPY, "-f", "ndjson", "--jobs", "1"]],
  ["`bodycopy -f ndjson --blocks --jobs 1`", [BODYCOPY, "-f", "ndjson", "--blocks", "--jobs", "1"]],
];

export function throughput(folder) {
  const documents = writeDocuments(join(folder, "throughput"), MEGABYTES);
  const times = medianTimes(
    PROGRAMS.map(([, args]) => [...args, documents]),
    ROUNDS,
  );
  const speeds = times.map((ms) => (MEGABYTES * 1000) / ms);
  const [floor] = speeds;
  return {
    head: [`Throughput, ${MEGABYTES} MB of documents, median of ${ROUNDS}`, "MB/s", "of the floor"],
    rows: PROGRAMS.map(([name], i) => [name, speeds[i].toFixed(1), (speeds[i] / floor).toFixed(3)]),
  };
}
