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
  const [first = Number.NaN, second] = codes;
  const [last = Number.NaN, beforeLast] = codes.toReversed();
  const begins =
    start === null || (start.outer.has(first) && (second === undefined || start.pairs.has(first, second)));
  const closes =
    end === null || (end.outer.has(last) && (beforeLast === undefined || end.pairs.has(last, beforeLast)));
  return begins && closes && needs.every((set) => codes.some((code) => set.has(code)));
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
  return [
    among(start?.outer ?? null),
    among(end?.outer ?? null),
    ...needs.map(({ ascii }) => String.fromCharCode(...ascii)),
  ];
}

/** The pairs that the text may begin with and end with, of some characters. */
function toldOfPairs(source: string, flags: "u" | "iu"): [start: string | null, end: string | null] {
  const { start, end } = outlineOf(source, flags);
  const pairs = [..."abAB1."].flatMap((one) => [..."abAB1."].map((other) => one + other));
  const code = (pair: string, at: number): number => pair.charCodeAt(at);
  return [
    start && pairs.filter((pair) => start.pairs.has(code(pair, 0), code(pair, 1))).join(" "),
    end && pairs.filter((pair) => end.pairs.has(code(pair, 1), code(pair, 0))).join(" "),
  ];
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

  it.each<[source: string, flags: "u" | "iu", ...ReturnType<typeof toldOfPairs>]>([
    ["^ab", "u", "ab", null],
    ["^ab", "iu", "ab aB Ab AB", null],
    ["^a", "u", "aa ab aA aB a1 a.", null],
    ["^a?b1", "u", "ab b1", null],
    ["^a*b1", "u", "aa ab b1", null],
    ["^a{2}b", "u", "aa", null],
    ["^[ab]{1,2}1", "u", "aa ab a1 ba bb b1", null],
    ["^(?:ab|b?1)\\.", "u", "ab b1 1.", null],
    ["^(?:a|)(?:b|)1", "u", "ab a1 b1 1a 1b 1A 1B 11 1.", null],
    ["^(?=b)a\\b1", "u", "a1", null],
    ["1ba$", "u", null, "ba"],
    ["1(?:\\.{3}|[ab])$", "u", null, "1a 1b .."],
    ["^[Aa]b$", "u", "ab Ab", "ab Ab"],
  ])("of %s with %s tells the first two and the last two", (source, flags, ...pairs) => {
    expect(toldOfPairs(source, flags)).toEqual(pairs);
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
