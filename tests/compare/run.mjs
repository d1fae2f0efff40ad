/**
 * `npm run compare [FOLDER]`: how well bodycopy and others find the article in plain-text dumps of web pages, as the
 * README's table. FOLDER is an evaluation set, by default ../shared/eval/dev: `gold.json` ({ id: { text } }) and a
 * folder for each dialect of dumps with a file ID.txt for each page. The set is no part of this repository.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { markdownTable } from "../bench/table.mjs";
import { EXTRACTORS } from "./extractors.mjs";
import { Score } from "./score.mjs";

/** Dumps of whole pages, in which the article has to be found. */
const DIALECTS = ["wet", "inner", "lines", "lynx", "micro"];

const [folder = "../shared/eval/dev"] = process.argv.slice(2);
const goldFile = join(folder, "gold.json");
if (!existsSync(goldFile)) {
  console.error(
    `compare: no evaluation set in ${folder} (gold.json); name its folder: npm run compare FOLDER`,
  );
  process.exit(2);
}
const gold = JSON.parse(readFileSync(goldFile, "utf8"));
const dialects = DIALECTS.filter((dialect) => existsSync(join(folder, dialect)));

const scores = new Map(Object.keys(EXTRACTORS).map((name) => [name, []]));
for (const dialect of dialects) {
  const pages = readdirSync(join(folder, dialect))
    .filter((file) => gold[basename(file, ".txt")] !== undefined)
    .map((file) => ({
      text: readFileSync(join(folder, dialect, file), "utf8"),
      gold: gold[basename(file, ".txt")].text,
    }));
  for (const [name, extract] of Object.entries(EXTRACTORS)) {
    const score = new Score();
    let refused = 0;
    for (const page of pages) {
      const found = await extractOrNull(extract, page.text);
      if (found === null) refused++;
      score.add(page.gold, found ?? "");
    }
    scores.get(name).push(score.f1);
    if (refused > 0) console.error(`${name} threw on ${refused} of ${pages.length} pages of ${dialect}`);
  }
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const rows = [...scores].map(([name, f1]) => [name, ...f1, mean(f1)]);
console.log(
  markdownTable(
    ["Body F1", ...dialects, "mean"],
    rows.map(([name, ...f1]) => [name, ...f1.map((score) => score.toFixed(3))]),
  ),
);

async function extractOrNull(extract, text) {
  try {
    return await extract(text);
  } catch {
    return null;
  }
}
