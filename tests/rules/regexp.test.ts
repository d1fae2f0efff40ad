import { describe, expect, it } from "vitest";
import { checkRegExp, LONGEST_EXPRESSION } from "../../src/rules/regexp.js";
import { countRepeats } from "../../src/rules/repeats.js";

const EXPONENTIAL = String.raw`(a+)+$
(a|aa)+$
(.*)*x
(\w+\s?)*!
([a-z]+)*\d
^(?:\w+\s*)+:$
(\p{L}+[\s,]*)+:$
^(\p{L}|\p{Lu})+$
^(a|b|ab)*c
(?:\d+,?)+ views
^[^,]{1,4}(?:, ?[^,]{1,4})*$`.split("\n");

const POLYNOMIAL = String.raw`.*.*=.*
\s+$
.*foo.*bar
^.*foo.*bar
\d+\d+x
\w+@\w+\.com
^\s*(.*?)\s*$
\p{L}+:
[^.]*\.$
\s+by\s+
\bfoo.*bar`.split("\n");

const MANY_WAYS = `(?:a?){30}a{30}
^(?:a?){25}b
^(?:a|b|ab){20}c
^(?:a|b|ab){1,20}c
^(?:a?){0,30}b
^(?:\\ba?|\\B){1,40}c
(?:.{0,80}x){4}y
(?:a?){999999999}
^(?:a|a){0,4000}b`.split("\n");

const LINEAR = String.raw`\bfoo\b
^\d+ comments?$
^\d+ (?:min|minute)s? read$
^(?:tags|topics):
^\p{L}+$
^\p{Lu}\p{L}* \p{Lu}\p{L}*$
(?<=\d)\s?(?:km|mi)\b
(?<!\p{L})foto(?!\p{L})
^https?://\S+$
^[^,]{1,40}, \d{4}$
^\d{1,2}\.\d{1,2}\.\d{4}$
^©\s?\d{4}
\(photo: [^()]*\)$
^(?:\d+,)*\d+$
^[\p{L} ]+ \| [\p{L} ]+$
^(\d+)x\1$
[\p{Script=Han}]{2,4}
\p{L}{1,40}:
foo.{0,80}bar
^.{1,200}$
^foo.*bar$
^[^|]*\|[^|]*\|[^|]*$
^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2}, \d{4}$
^[\]\)|]+$
^\p{Lu}\S{0,30} (?:\p{Lu}\S{0,30} ){1,3}(?:is|was|has been) 
^[^,]{1,40},[^,]{1,40},[^,]{1,40},[^,]{1,40}$
^(?:[a-z]+\.){1,3}[a-z]{2,6}$`.split("\n");

describe("checkRegExp", () => {
  it.each(EXPONENTIAL)("refuses the exponential %s", (source) => {
    expect(checkRegExp(source, "iu")).toMatchObject({ kind: "slow", growth: "exponential" });
  });

  it.each(POLYNOMIAL)("refuses the polynomial %s", (source) => {
    expect(checkRegExp(source, "iu")).toMatchObject({
      kind: "slow",
      growth: expect.stringContaining("polynomial"),
    });
  });

  it.each(MANY_WAYS)("refuses %s, which tries too much at one place", (source) => {
    expect(checkRegExp(source, "iu")?.kind).toBe("many-ways");
  });

  it.each(LINEAR)("takes %s", (source) => {
    expect(checkRegExp(source, "iu")).toBeNull();
  });

  it("checks case-sensitive expressions too", () => {
    expect(checkRegExp("(a|A)+$", "iu")).toMatchObject({ kind: "slow" });
    expect(checkRegExp("^(a|A)+$", "u")).toBeNull();
  });

  it("gives the engine's reason for what does not parse", () => {
    expect(checkRegExp("(foo", "u")).toEqual({ kind: "syntax", message: "Unterminated group" });
    expect(checkRegExp("a{2,1}", "u")).toMatchObject({ kind: "syntax" });
    expect(checkRegExp("\\p{Nonsense}", "u")).toMatchObject({ kind: "syntax" });
  });

  it("does not try to decide about giants", () => {
    expect(checkRegExp("a".repeat(LONGEST_EXPRESSION + 1), "u")).toEqual({ kind: "undecided" });
  });
});

describe("countRepeats", () => {
  it.each([
    ["foo", 1, false],
    ["fo?o?", 4, false],
    ["a{3}", 1, false],
    ["a{2,4}", 3, false],
    ["(?:ab?){2}", 4, false],
    ["(?:a?){1,2}", 6, false],
    ["ab|cd|ce", 2, false],
    ["[ab]|[bc]", 2, false],
    ["(?<year>\\d{2,4})\\k<year>", 3, false],
    ["(?<=a|a)b", 2, false],
    ["[)|?]{1,2}", 2, false],
    ["\\p{L}?\\u{61}?\\(?", 8, false],
    ["a*", 1, true],
    ["(?:a?){2,}", 4, true],
  ] as const)("%s: %d ways", (source, ways, unbounded) => {
    expect(countRepeats(source)).toMatchObject({ ways, unbounded });
  });

  it.each([
    ["a{1,20} b{2,4}?", "a{1,} b{2,}", 1],
    ["(?:a{0,5}b){3}", "(?:a{0,}b){3}", 1],
    ["(?:a?){0,5}b?", "(?:a?){0,5}b?", 126],
    ["(?:^|\\b){1,2}[{}]{1,2}", "(?:^|\\b){1,2}[{}]{1,}", 6],
  ] as const)("%s is relaxed to %s", (source, relaxed, ways) => {
    expect(countRepeats(source).relaxed).toEqual({ source: relaxed, ways });
  });
});
