import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RuleErrors } from "../../src/errors.js";
import { loadRuleFile } from "../../src/rules/load.js";

const FOLDER = "fixtures/rules";
const read = (name: string) => readFileSync(`${FOLDER}/${name}.yaml`, "utf8");

function errorsOf(name: string, text: string): RuleErrors {
  try {
    loadRuleFile(name, text);
  } catch (error) {
    if (error instanceof RuleErrors) return error;
    throw error;
  }
  throw new Error(`${name} is taken for a good rule file`);
}

/** File, place of the only mistake, a part of what was found, a part of what was expected. */
const ONE_MISTAKE = [
  ["alias", "7:21", "the alias *phrases", "the value itself"],
  ["bad-id", "2:9", '"Ferry_Notice" as an id', "lower-case words joined by hyphens"],
  ["bound-text", "6:27", '"3"', "a number"],
  ["duplicate-id", "10:9", 'a second rule "ferry-notice"', "an id of its own"],
  ["duplicate-key", "5:5", 'the key "label" again', "each key once"],
  ["empty", "1:1", "an empty file", "a list of rules"],
  ["empty-bounds", "6:20", "empty bounds", "min, max or both"],
  ["empty-fires", "8:14", "an empty list", "a list of texts"],
  ["empty-inner-condition", "6:33", "an empty condition", "at least one key"],
  ["empty-list", "6:18", "an empty list", "a list of conditions"],
  ["empty-rules", "1:8", "an empty list", "a list of rules"],
  ["empty-when", "6:11", "an empty condition", "at least one key"],
  ["example-number", "8:15", "the number 1998", "in quotes"],
  ["example-place", "8:37", 'unknown place "behind"', "one of head, tail, before"],
  ["example-without-text", "8:15", 'an example without "text"', "the text that is tried"],
  ["merge-key", "5:5", 'unknown key "<<" of a rule', "one of id, label"],
  ["min-above-max", "6:20", "min 9 above max 3", "min at most as large as max"],
  ["missing-examples", "2:5", 'a rule without "examples"', "examples: texts"],
  ["missing-fires", "8:7", 'examples without "fires"', "fires: texts"],
  ["missing-why", "2:5", 'a rule without "why"', "why: the reason"],
  ["negative-bound", "6:27", "the number -1", "not negative"],
  ["no-rules", "1:1", 'a rule file without "rules"', "the list of rules"],
  ["phrase-number", "6:37", "the number 2024", "in quotes"],
  ["phrase-without-word", "6:24", '"»" as a phrase', "at least one word"],
  ["phrases-not-listed", "6:23", '"cookies"', "a list of phrases"],
  ["regexp-exponential", "6:22", "exponential time", "in proportion to the text"],
  ["regexp-many-ways", "6:22", "millions of ways", "fewer optional and counted parts"],
  ["regexp-quadratic", "6:27", "2nd degree polynomial time", "begin it with ^"],
  ["regexp-syntax", "6:22", "does not parse: Unterminated group", "JavaScript regular expression"],
  ["rule-scalar", "2:5", '"just a sentence"', "a rule with id, label"],
  ["rules-map", "1:8", "a map", "a list of rules"],
  ["scalar", "1:1", '"the ferry leaves at noon"', "a rule file with pack"],
  ["share-above-one", "6:33", "the number 40", "a share from 0 to 1"],
  ["syntax", "3:14", "Nested mappings", "stands in quotes"],
  ["tab", "2:1", "Tabs are not allowed", "YAML"],
  ["tag", "5:10", "Unresolved tag", "YAML"],
  ["two-documents", "2:1", "a second document", "one document a file"],
  ["unknown-condition", "6:13", 'unknown key "word" of a condition', '"words": one of all, any'],
  ["unknown-label", "3:12", 'unknown label "promotoin"', '"promotion": one of body'],
  ["unknown-layout", "6:21", 'unknown layout "xml"', "one of lines"],
  ["unknown-mark", "6:23", 'unknown mark "end-soon"', '"end-soft": one of end-hard'],
  ["unknown-place", "6:20", 'unknown place "below"', "one of head"],
  ["unknown-role", "6:19", 'unknown role "lead"', '"lede": one of'],
  ["unknown-shape", "6:43", 'unknown shape "e-mail"', '"email": one of url'],
] as const;

describe("a bad rule file", () => {
  it.each(ONE_MISTAKE)("%s: %s", (name, place, found, expected) => {
    const text = read(name);
    const { errors, omitted } = errorsOf(`${name}.yaml`, text);
    expect(errors.map((e) => `${e.line}:${e.column} ${e.found}`)).toEqual([
      expect.stringContaining(`${place} `),
    ]);
    const [error] = errors;
    expect(error).toMatchObject({
      path: `${name}.yaml`,
      source: text.split("\n")[Number(place.split(":")[0]) - 1],
      found: expect.stringContaining(found),
      expected: expect.stringContaining(expected),
    });
    expect(omitted).toBe(0);
  });

  it("shows every mistake, in the order of the file", () => {
    expect(errorsOf("many", read("many")).errors.map((e) => `${e.line}:${e.column} ${e.found}`)).toEqual([
      '2:5 a rule without "why"',
      '2:9 "Ferry" as an id',
      '3:12 unknown label "advert"',
      '4:14 ""',
      '5:13 unknown key "word" of a condition',
      '5:36 unknown shape "uri"',
      "5:50 a regular expression that does not parse: Unterminated group",
      '6:15 examples without "passes"',
      "6:25 the number 1",
      '6:29 unknown key "pass" of examples',
    ]);
  });

  it("misses a key where it is misspelt, too", () => {
    expect(errorsOf("unknown-key", read("unknown-key")).errors.map((e) => e.message)).toEqual([
      expect.stringMatching(/^unknown-key:2:5: a rule without "summary"; expected summary: /u),
      expect.stringMatching(/^unknown-key:4:5: unknown key "sumary" of a rule; expected "summary": /u),
    ]);
  });

  it("unfolds no alias and lists no more than twenty mistakes", () => {
    const { errors, omitted } = errorsOf("billion-laughs", read("billion-laughs"));
    expect(errors.map((e) => e.found)).toEqual([
      ...Array<string>(9).fill("the alias *a"),
      ...Array<string>(9).fill("the alias *b"),
      ...Array<string>(2).fill("the alias *c"),
    ]);
    expect(omitted).toBe(8);
  });

  it.each([["["], ["{a: "], ["- "], ["? "], ["a: [{"]])("gives up on %s without end", (opening) => {
    const { errors } = errorsOf("deep", opening.repeat(100_000));
    expect(errors).toMatchObject([{ line: 1, found: "more than 50 levels" }]);
  });

  it("refuses a file of more than a megabyte unread", () => {
    expect(errorsOf("long", "#".repeat(1_000_001)).errors).toMatchObject([{ found: "1000001 characters" }]);
  });

  it("counts CRLF line ends as one", () => {
    const { errors } = errorsOf("crlf", read("unknown-label").replaceAll("\n", "\r\n"));
    expect(errors).toMatchObject([{ line: 3, column: 12, source: "    label: promotoin" }]);
  });

  it("is in the table if it is in the folder", () => {
    const others = ["good-pack", "good-list", "many", "unknown-key", "billion-laughs"];
    const known = [...ONE_MISTAKE.map(([name]) => name), ...others].map((name) => `${name}.yaml`);
    expect(readdirSync(FOLDER).sort()).toEqual(known.sort());
  });
});

describe("a good rule file", () => {
  it("is a pack of the rules as they are written", () => {
    expect(loadRuleFile("harbour.yaml", read("good-pack"))).toEqual({
      pack: "harbour",
      summary: "Lines of a port's own site",
      rules: [
        {
          id: "ferry-notice",
          label: "promotion",
          summary: "A line that announces the ferry",
          why: "Every page of the port's site prints it below the headline.",
          marks: ["end-soft"],
          when: {
            words: { max: 12 },
            any: [{ "starts-with": ["the ferry leaves"] }, { matches: "^ferry \\d{1,2}:\\d{2}$" }],
          },
          examples: {
            fires: ["The ferry leaves at noon", "Ferry 12:30"],
            passes: ["At noon the ferry leaves, the captain said."],
          },
        },
        {
          id: "tide-table",
          label: "other",
          summary: "A row of the tide table below the text",
          why: "The tide table stands on every page.",
          when: { "digit-share": { min: 0.5 }, place: ["after", "nowhere"] },
          examples: {
            fires: [{ text: "04:12 2.3", place: "after" }],
            passes: [{ text: "04:12 2.3", place: "inside" }],
          },
        },
      ],
    });
  });

  it("may be a bare list; the pack is then named after the file", () => {
    const pack = loadRuleFile("rules.d/port.yaml", read("good-list"));
    expect(pack).toMatchObject({ pack: "port", rules: [{ id: "ferry-notice" }] });
  });

  it("may begin with a byte order mark", () => {
    expect(loadRuleFile("bom.yaml", `\ufeff${read("good-list")}`).rules).toHaveLength(1);
  });
});

describe("any text", () => {
  const good = read("good-pack");

  function isPackOrErrors(text: string): void {
    try {
      loadRuleFile("any.yaml", text);
    } catch (error) {
      if (!(error instanceof RuleErrors)) throw error;
      const lines = text.split("\n").map((line) => line.replace(/\r$/u, ""));
      expect(error.errors.length).toBeGreaterThan(0);
      for (const { line, column, source } of error.errors) {
        expect(source).toBe(lines[line - 1]);
        expect(column).toBeGreaterThan(0);
      }
    }
  }

  it("is a pack or a list of errors with places in the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), isPackOrErrors), { numRuns: 300 });
    const yamlish = fc.string({
      unit: fc.constantFrom(..."[]{}:-,&*!|>'\"%@`#?<a1 \t\n\r\\"),
      maxLength: 80,
    });
    fc.assert(fc.property(yamlish, isPackOrErrors), { numRuns: 500 });
  });

  it("is so for a good file with a slip of the keyboard", () => {
    const slip = fc.tuple(fc.nat(good.length), fc.nat(12), fc.string({ maxLength: 3 }));
    const slipped = slip.map(([at, cut, typed]) => good.slice(0, at) + typed + good.slice(at + cut));
    fc.assert(fc.property(slipped, isPackOrErrors), { numRuns: 150 });
  });
});
