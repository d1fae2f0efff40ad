/** `node data.mjs FOLDER DOCUMENTS`: inputs of every kind for many machines, the same bytes each time. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dump, randomOf, writeInputs } from "../kill/corpus.mjs";

const [folder = "in", documents = "200"] = process.argv.slice(2);
const SHARDS = ["00", "01", "02", "03"];

SHARDS.forEach((shard, i) => {
  writeInputs(join(folder, shard), Number(documents), i + 1);
});

// Records for a filter; one is none.
const random = randomOf(SHARDS.length + 1);
const lines = Array.from({ length: 4 * Number(documents) }, (_, i) =>
  i === 7 ? '{"broken' : JSON.stringify({ id: `r${i}`, text: dump(random) }),
);
writeFileSync(`${folder}.ndjson`, `${lines.join("\n")}\n`);
