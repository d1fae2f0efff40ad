import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentWords } from "../../src/features/document-words.js";
import { measure } from "../../src/features/measures.js";
import { decodeIndex, encodeIndex } from "../../src/rules/phrase-index.js";
import { type Anchor, PhraseMatcher } from "../../src/rules/phrases.js";

const ANCHORS = ["equals", "starts-with", "ends-with", "contains"] as const;

interface List {
  readonly anchor: Anchor;
  readonly phrases: readonly string[];
}

const word = fc.constantFrom("the", "Harbour", "of", "News", "more", "港", "の", "2024");
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const lists = fc.array(
  fc.record({
    anchor: fc.constantFrom(...ANCHORS),
    phrases: fc.array(phrase, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", ", ", " – ", ".")), { minLength: 1, maxLength: 8 })
  .map((words) => words.flat().join(""));

const wordsOf = (of: string): string[] => of.toLowerCase().match(/[港の]|[a-z\d]+/g) ?? [];

/** Of the phrases that stand where they must the one that ends first, of these the longest, of these the first. */
function expected({ anchor, phrases }: List, of: string): string | undefined {
  const all = wordsOf(of);
  const found = phrases.flatMap((given) => {
    const words = wordsOf(given);
    return all.flatMap((_, from) => {
      const to = from + words.length;
      if (!words.every((one, i) => one === all[from + i])) return [];
      if ((anchor === "equals" || anchor === "starts-with") && from > 0) return [];
      if ((anchor === "equals" || anchor === "ends-with") && to < all.length) return [];
      return [{ given, from, to }];
    });
  });
  return found.sort((a, b) => a.to - b.to || a.from - b.from)[0]?.given;
}

function matcherOf(all: readonly List[]): PhraseMatcher {
  const matcher = new PhraseMatcher();
  for (const { anchor, phrases } of all) matcher.add(anchor, phrases);
  return matcher;
}

function found(matcher: PhraseMatcher, all: readonly List[], texts: readonly string[]) {
  const words = new DocumentWords();
  const measured = texts.map((one) => ({ text: one, measures: measure(one, words) }));
  matcher.find(measured, words);
  return measured.map(({ measures }) => all.map((_, condition) => measures.phrases.get(condition)));
}

describe("phrases", () => {
  it("are found as a search word by word finds them, in each text of a document", () => {
    fc.assert(
      fc.property(lists, fc.array(text, { minLength: 1, maxLength: 4 }), (all, texts) => {
        const naive = texts.map((one) => all.map((list) => expected(list, one)));
        expect(found(matcherOf(all), all, texts)).toEqual(naive);
      }),
    );
  });

  it("are the same from a file", () => {
    fc.assert(
      fc.property(lists, text, (all, one) => {
        const matcher = matcherOf(all);
        const index = decodeIndex(encodeIndex(matcher), matcher.size);
        const read = matcherOf(all);
        if (index !== null) read.use(index);
        expect(index).not.toBeNull();
        expect(found(read, all, [one])).toEqual(found(matcher, all, [one]));
      }),
    );
  });
});
