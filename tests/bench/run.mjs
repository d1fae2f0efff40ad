/**
 * `npm run bench [start] [throughput] [memory] [archives]`: measures this working tree and prints a Markdown table for each part,
 * all of them when none is named. Every number stands beside that of a bare Node program in the same run, because
 * machines differ and the ratio is what lasts. Nothing here is a test: no time is asserted anywhere.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { archives } from "./archives.mjs";
import { memory } from "./memory.mjs";
import { start } from "./start.mjs";
import { markdownTable } from "./table.mjs";
import { throughput } from "./throughput.mjs";

const PARTS = { start, throughput, memory, archives };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`bench: no part ${unknown.join(", ")}; there is ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "bodycopy-bench-"));
try {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${gigabytes} GB,`);
  console.log(`Node ${process.version}, ${process.platform}\n`);
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    const { head, rows } = await PARTS[name](folder);
    console.log(`${markdownTable(head, rows)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
