import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldedWords } from "../../src/features/words.js";
import { testPacks } from "../../src/rules/examples.js";
import { loadRuleFile } from "../../src/rules/load.js";
import type { Condition, RulePack } from "../../src/rules/rule.js";

const FOLDER = "src/rules/packs/phrases";
const files = readdirSync(FOLDER).sort();
const packs = new Map(
  files.map((file) => [file, loadRuleFile(file, readFileSync(`${FOLDER}/${file}`, "utf8"))]),
);
const load = (file: string): RulePack => packs.get(file) ?? { pack: "", summary: "", rules: [] };

const FEWEST_EXAMPLES = 2;
const LONGEST_FILE = 300;

/** Every list of phrases in a condition and in those below it. */
function phraseLists({ all = [], any = [], not, ...rest }: Condition): (readonly string[])[] {
  const own = [rest.equals, rest["starts-with"], rest["ends-with"], rest.contains].filter(
    (l) => l !== undefined,
  );
  return [...own, ...[...all, ...any, ...(not ? [not] : [])].flatMap(phraseLists)];
}

describe.each(files)("%s", (file) => {
  it("is a rule file, named after its pack", () => {
    expect(`${load(file).pack}.yaml`).toBe(file);
  });

  it("fits on a few screens", () => {
    expect(readFileSync(`${FOLDER}/${file}`, "utf8").split("\n").length).toBeLessThanOrEqual(LONGEST_FILE);
  });

  it("shows when each rule fires and when it does not", () => {
    for (const { id, examples } of load(file).rules) {
      expect([id, Math.min(examples.fires.length, examples.passes.length)]).toEqual([
        id,
        expect.toSatisfy((count) => count >= FEWEST_EXAMPLES),
      ]);
    }
  });

  it("says each phrase once", () => {
    const twice = load(file).rules.flatMap(({ id, when }) =>
      phraseLists(when).flatMap((list) => {
        const folded = list.map(foldedWords);
        return folded.filter((phrase, i) => folded.indexOf(phrase) !== i).map((phrase) => `${id}: ${phrase}`);
      }),
    );
    expect(twice).toEqual([]);
  });
});

describe("the phrase packs", () => {
  it("do what their examples say", () => {
    expect(testPacks(files.map(load))).toEqual([]);
  });

  it("give each rule an id of its own", () => {
    const ids = files.flatMap((file) => load(file).rules.map((rule) => rule.id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});
