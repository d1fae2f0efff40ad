/** Megabytes of text a second in one process, beside a bare Node program that reads the same files. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BODYCOPY, medianTimes } from "./child.mjs";
import { writeDocuments } from "./corpus.mjs";

const FLOOR = fileURLToPath(new URL("floor.mjs", import.meta.url));
const MEGABYTES = 50;
const ROUNDS = 3;

const PROGRAMS = [
  ["bare Node: read, decode, split, JSON", [FLOOR]],
  ["`bodycopy`", [BODYCOPY, "--quiet"]],
  ["`bodycopy -f ndjson`", [BODYCOPY, "-f", "ndjson"]],
  ["`bodycopy -f ndjson --blocks`", [BODYCOPY, "-f", "ndjson", "--blocks"]],
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
