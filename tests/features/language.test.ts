import { expect, test } from "vitest";
import lists from "../../src/features/function-words.yaml";
import { languageBits, languagesOf } from "../../src/features/language.js";
import { forEachWord } from "../../src/features/words.js";

test.each(Object.entries(lists as Record<string, string>))(
  "the words of %s are found in a text",
  (code, list) => {
    const missing: string[] = [];
    forEachWord(list, (hash, start, end) => {
      if ((languagesOf(hash) & languageBits([code])) === 0) missing.push(list.slice(start, end));
    });
    expect(missing).toEqual([]);
  },
);
