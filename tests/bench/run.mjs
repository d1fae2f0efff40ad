/**
 * `npm run bench [-- --readme] [start] [throughput] [cores] [html] [archives] [memory] [linear]`: measures this working
 * tree and prints a Markdown table for each part, all of them when none is named; --readme puts them into the README. Every number stands beside that of a bare Node program in the same run, because
 * machines differ and the ratio is what lasts. Nothing here is a test: no time is asserted anywhere.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { archives } from "./archives.mjs";
import { cores } from "./cores.mjs";
import { html } from "./html.mjs";
import { linear } from "./linear.mjs";
import { memory } from "./memory.mjs";
import { writeReadme } from "./readme.mjs";
import { start } from "./start.mjs";
import { markdownTable } from "./table.mjs";
import { throughput } from "./throughput.mjs";

const PARTS = { start, throughput, cores, html, archives, memory, linear };

const names = process.argv.slice(2);
const asked = names.filter((name) => name !== "--readme");
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`bench: no part ${unknown.join(", ")}; there is ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "bodycopy-bench-"));
try {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}, ${gigabytes} GB, Node ${process.versions.node} on ${process.platform}`;
  console.log(`${machine}\n`);
  const tables = [["machine", `Measured on ${machine}.`]];
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    const { head, rows } = await PARTS[name](folder);
    tables.push([name, `\n${markdownTable(head, rows)}\n`]);
    console.log(tables.at(-1)?.[1]);
  }
  if (names.includes("--readme")) writeReadme(tables);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
