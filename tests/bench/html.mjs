/** Megabytes of pages a second, beside the same bare Node program. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BODYCOPY, medianTimes } from "./child.mjs";
import { writePages } from "./corpus.mjs";

const FLOOR = fileURLToPath(new URL("floor.mjs", import.meta.url));
const MEGABYTES = 50;
const ROUNDS = 3;

const PROGRAMS = [
  ["bare Node: read, decode, split, JSON", [FLOOR]],
  ["`bodycopy -f ndjson --jobs 1`", [BODYCOPY, "-f", "ndjson", "--jobs", "1"]],
  ["`bodycopy -f ndjson`, all cores", [BODYCOPY, "-f", "ndjson"]],
];

export function html(folder) {
  const pages = writePages(join(folder, "html"), MEGABYTES);
  const times = medianTimes(
    PROGRAMS.map(([, args]) => [...args, pages]),
    ROUNDS,
  );
  const speeds = times.map((ms) => (MEGABYTES * 1000) / ms);
  const [floor] = speeds;
  return {
    head: [`Pages, ${MEGABYTES} MB of HTML, median of ${ROUNDS}`, "MB/s", "of the floor"],
    rows: PROGRAMS.map(([name], i) => [name, speeds[i].toFixed(1), (speeds[i] / floor).toFixed(3)]),
  };
}
