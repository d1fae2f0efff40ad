/** The program of a worker thread: the jobs of a batch one after the other, with the rules compiled once. */
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";
import type { RulePack } from "../../rules/rule.js";
import { compiled } from "../ruleSet.js";
import type { Assignment, Job, Result } from "./job.js";
import { Work } from "./work.js";

export interface WorkerData {
  readonly assignment: Assignment;
  /** The user's rules. */
  readonly packs: readonly RulePack[];
}

const { move, transferableSymbol, valueSymbol } = createRequire(import.meta.url)(
  "piscina",
) as typeof import("piscina");

const { assignment, packs } = workerData as WorkerData;
const work = new Work(compiled(packs), assignment);

let last: Promise<unknown> = Promise.resolve();

/** One batch after the other: the results of the first are not to wait for those of the second. */
export default function inTurn(jobs: readonly Job[]): Promise<unknown> {
  const run = () => batch(jobs);
  last = last.then(run, run);
  return last;
}

async function batch(jobs: readonly Job[]): Promise<unknown> {
  const results: (readonly Result[])[] = [];
  for (const job of jobs) results.push(await work.results(job));
  const records = results.flat().filter((result) => result.kind === "record");
  return move({
    [transferableSymbol]: records.map(({ record }) => record.buffer),
    [valueSymbol]: results,
  } as unknown as Parameters<typeof move>[0]);
}
