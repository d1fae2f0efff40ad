/** Runs a Node program and measures it from outside. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const BODYCOPY = fileURLToPath(new URL("../../bin/bodycopy.js", import.meta.url));
const PEAK = fileURLToPath(new URL("peak.cjs", import.meta.url));

/** Wall time in milliseconds of `node ...args`, its output thrown away. */
export function timeOf(args) {
  const from = performance.now();
  run(args);
  return performance.now() - from;
}

/**
 * Peak resident memory in megabytes of `node ...args`; `folder` takes a file for the number. `source`: the arguments of
 * another `node` whose output it reads.
 */
export function peakOf(args, folder, source = null) {
  const file = `${folder}/peak`;
  run(["--require", PEAK, ...args], { BENCH_PEAK_FILE: file }, source);
  return Number(readFileSync(file, "utf8")) / 1000;
}

const PIPE = '"$0" $BENCH_SOURCE | "$0" "$@"';

function run(args, env = {}, source = null) {
  const [program, all] =
    source === null ? [process.execPath, args] : ["sh", ["-c", PIPE, process.execPath, ...args]];
  const { status, error } = spawnSync(program, all, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, BENCH_SOURCE: source?.join(" ") ?? "" },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
}

/**
 * Medians of the times of several programs. They take turns, so that a busy moment of the machine falls on all alike.
 */
export function medianTimes(programs, rounds) {
  const times = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    programs.forEach((args, i) => {
      times[i].push(timeOf(args));
    });
  }
  return times.map(median);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
