import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { testPacks } from "../../src/rules/examples.js";
import { loadRuleFile } from "../../src/rules/load.js";
import { builtinPacks } from "../../src/rules/registry.js";

const FOLDER = "src/rules/packs";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".yaml"));

describe("the built-in packs", () => {
  it("are all in the registry", () => {
    const names = files.map((file) => file.replace(/^.*\//, "").replace(/\.yaml$/, ""));
    expect(builtinPacks.map(({ pack }) => pack).sort()).toEqual(names.sort());
  });

  it.each(files)("%s is a rule file that a user could have written", (file) => {
    expect(loadRuleFile(file, readFileSync(`${FOLDER}/${file}`, "utf8")).rules.length).toBeGreaterThan(0);
  });

  it("do what their examples say, as one set", () => {
    expect(testPacks(builtinPacks)).toEqual([]);
  });
});
