/** Prints JSON records of so many megabytes of text, made as they are printed: `node records.mjs 5000`. */
import { once } from "node:events";
import { fixtureTexts } from "./corpus.mjs";

const MEGABYTE = 1_000_000;
const records = fixtureTexts().map((text) => `${JSON.stringify({ text })}\n`);
const [megabytes = "1"] = process.argv.slice(2);

for (let written = 0, i = 0; written < Number(megabytes) * MEGABYTE; i++) {
  const record = records[i % records.length];
  written += record.length;
  if (!process.stdout.write(record)) await once(process.stdout, "drain");
}
