/** Steps of a made-up run, and a pool whose workers run another program. */
import { fileURLToPath } from "node:url";
import type { Assignment, Job, Result, Step } from "../../../src/cli/jobs/job.js";
import { Pool } from "../../../src/cli/jobs/pool.js";
import type { SourceDocument } from "../../../src/model.js";

export const ASSIGNMENT: Assignment = {
  format: "ndjson",
  formatting: { many: true, heads: true, fields: ["source", "title", "text"] },
  blocks: false,
  failOn: [],
  minConfidence: 0.5,
  reading: {},
};

export const document = (path: string, text: string): SourceDocument => ({
  path,
  record: 0,
  format: "text",
  encoding: "utf-8",
  text,
});

export const job = (path: string, text = ""): Job => ({ kind: "document", document: document(path, text) });

/** A step that keeps its results under its path. */
export const step = (path: string, text: string, settled: [string, readonly Result[]][]): Step => ({
  job: job(path, text),
  bytes: text.length,
  settle: async (results) => void settled.push([path, results]),
});

/** Workers that end on documents with certain names. */
export const crashing = (threads: number): Pool =>
  new Pool({
    threads,
    batchesAWorker: 2,
    data: { assignment: ASSIGNMENT, packs: [] },
    filename: fileURLToPath(new URL("crashing-worker.mjs", import.meta.url)),
  });
