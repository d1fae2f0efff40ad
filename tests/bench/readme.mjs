/** The tables of the README: each stands between comments that name its part. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));

/** Puts each part's text in its place. `parts` are pairs of a name and a text; a part without a place stays out. */
export function writeReadme(parts) {
  let readme = readFileSync(README, "utf8");
  for (const [name, text] of parts) {
    const place = new RegExp(`(<!-- bench: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    readme = readme.replace(place, (_, begin, end) => `${begin}${text}\n${end}`);
  }
  writeFileSync(README, readme);
}
