import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CharacterSet } from "../../src/rules/character-set.js";
import { outlineOf } from "../../src/rules/regexp-outline.js";
import { builtinPacks } from "../../src/rules/registry.js";
import type { Condition, Example } from "../../src/rules/rule.js";

function* expressionsOf(condition: Condition): Generator<{ source: string; flags: "u" | "iu" }> {
  const { matches, "matches-case": cased, all = [], any = [], not } = condition;
  if (matches !== undefined) yield { source: matches, flags: "iu" };
  if (cased !== undefined) yield { source: cased, flags: "u" };
  for (const part of [...all, ...any, ...(not === undefined ? [] : [not])]) yield* expressionsOf(part);
}

const rules = builtinPacks.flatMap((pack) => pack.rules);
const expressions = rules.flatMap(({ when }) => [...expressionsOf(when)]);
const texts = rules
  .flatMap(({ examples }) => [...examples.fires, ...examples.passes])
  .map((example: string | Example) => (typeof example === "string" ? example : example.text));

function allows(source: string, flags: "u" | "iu", text: string): boolean {
  const { start, end, needs } = outlineOf(source, flags);
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const first = start === null || (text !== "" && start.has(text.charCodeAt(0)));
  const last = end === null || (text !== "" && end.has(text.charCodeAt(text.length - 1)));
  return first && last && needs.every((set) => codes.some((code) => set.has(code)));
}

/** What the outline says, in characters: the start and the end among some, and the needs. */
function told(
  source: string,
  flags: "u" | "iu" = "u",
): [start: string | null, end: string | null, ...needs: string[]] {
  const { start, end, needs } = outlineOf(source, flags);
  const among = (set: CharacterSet | null) =>
    set === null
      ? null
      : [..."abAB19#.( é漢"].filter((character) => set.has(character.charCodeAt(0))).join("");
  return [among(start), among(end), ...needs.map(({ ascii }) => String.fromCharCode(...ascii))];
}

describe("an expression's outline", () => {
  it.each<[source: string, flags: "u" | "iu", ...ReturnType<typeof told>]>([
    ["^a", "u", "a", null],
    ["^a", "iu", "aA", null],
    ["^é", "u", "é", null],
    ["^[^x]", "u", "abAB19#.( é漢", null],
    ["^\\p{Script=Han}", "u", "é漢", null],
    ["^a?b", "u", "ab", null],
    ["^(?:a|#b)", "u", "a#", null],
    ["^(?:a|)", "u", null, null],
    ["^a|b", "u", null, null],
    ["(?:^a|^b)#", "u", "ab", null, "#"],
    ["(?:^a)?b", "u", null, null],
    ["(?=x)^a", "u", "a", null],
    ["\\b^a", "u", "a", null],
    ["a\\d", "u", null, null, "0123456789"],
    ["a(?:#|\\.)", "u", null, null, "#."],
    ["a(?:#|b)", "u", null, null],
    ["a#?", "u", null, null],
    ["a#{0,2}", "u", null, null],
    ["a#{1,2}", "u", null, null, "#"],
    ["(?!#)a", "u", null, null],
    ["(?<year>1)\\k<year>", "u", null, null, "1"],
    ["[#.][:：]", "u", null, null, "#.", ":"],
    ["[\\s#]", "u", null, null],
    ["</(?:p|b)>", "u", null, null, "<", "/", ">"],
    ["a$", "u", null, "a"],
    ["(?:a|b#?)$", "u", null, "ab#"],
    ["(?:a|b)$", "u", null, "ab"],
    ["^a b1c?$", "u", "a", "1", "1"],
    ["^about$|^a$", "u", "a", "a"],
    ["a$|b", "u", null, null],
    ["a$(?!x)", "u", null, "a"],
    ["(?:a$)?b", "u", null, null],
    ["[»→]", "u", null, null, ""],
  ])("of %s with %s", (source, flags, ...outline) => {
    expect(told(source, flags)).toEqual(outline);
  });

  it("allows every text that one of the built-in expressions matches", () => {
    const text = fc
      .record({
        base: fc.constantFrom(...texts),
        from: fc.nat(20),
        edit: fc.constantFrom("", "#", "1", "İ", "ſ", "K"),
      })
      .map(({ base, from, edit }) => edit + base.slice(base.length > from ? from : 0));
    fc.assert(
      fc.property(fc.constantFrom(...expressions), text, ({ source, flags }, text) => {
        for (const cased of [text, text.toUpperCase(), text.toLowerCase()])
          if (new RegExp(source, flags).test(cased)) expect(allows(source, flags, cased)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    for (const { source, flags } of expressions)
      for (const example of texts)
        if (new RegExp(source, flags).test(example)) expect(allows(source, flags, example)).toBe(true);
  });
});

describe("a set of characters in any case", () => {
  it("has every letter that the expression takes, those with unusual cases too", () => {
    const letters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((letter) =>
      /\p{Changes_When_Casemapped}|\p{Changes_When_Casefolded}/u.test(letter),
    );
    const all = letters.join("");
    const missing = letters.flatMap((letter) => {
      const set = new CharacterSet();
      set.add(letter, true);
      const taken = [...all.matchAll(new RegExp(letter, "giu"))].map(([match]) => match);
      return taken.filter((match) => !set.has(match.charCodeAt(0))).map((match) => letter + match);
    });
    expect(letters.length).toBeGreaterThan(2_000);
    expect(missing).toEqual([]);
  });
});
