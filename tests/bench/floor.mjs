/**
 * The least that a program like bodycopy does, and so the floor of its time: walk a folder, read and decode each file,
 * split it into lines, print them as JSON, a document a line.
 */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder = "."] = process.argv.slice(2);
const decoder = new TextDecoder("utf-8", { fatal: true });

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
for (const path of paths) {
  const lines = decoder.decode(readFileSync(path)).split("\n");
  if (!process.stdout.write(`${JSON.stringify({ path, lines })}\n`)) await once(process.stdout, "drain");
}
