/** Tags and keywords, each once in its first spelling. */
import type { LabelledSpan } from "../model.js";
import { alternation, type CuesByLanguage, wordsOfLists } from "./cueList.js";
import tagCues from "./tagCues.yaml";

const { cues } = tagCues as { cues: CuesByLanguage };
const CUE = new RegExp(`^(?:${alternation(wordsOfLists(cues))})\\s?[:：]\\s?`, "iu");
/** What keywords are joined by, in the scripts of the web. */
const JOINT = /[,;、，；،|]/u;

/** Spellings of one tag differ in case and in the width of their spaces. */
function keyOf(tag: string): string {
  return tag.toLowerCase().replace(/\s+/gu, " ").replace(/ ?, ?/gu, ",").trim();
}

const clean = (tag: string): string => tag.replace(/^[#＃\s]+/u, "").trim();

function split(text: string): string[] {
  return text.split(JOINT).map(clean);
}

/** The tags of a value of metadata. */
export const splitTags = (value: string): string[] =>
  split(value.slice(0, LONGEST_READ)).filter((tag) => tag !== "");

/** Characters that are read of one line: a thousand long tags. What runs on is no list of tags. */
const LONGEST_READ = 100_000;

/** Most joints inside one tag: "Paris, Texas, USA". */
const MOST_PARTS = 4;

/** The parts of joined keywords that no known tag covers: a tag may have the joint inside. */
function unknownParts(parts: readonly string[], known: ReadonlySet<string>): string[] {
  const unknown: string[] = [];
  for (let i = 0; i < parts.length; ) {
    let covered = 0;
    for (let count = Math.min(MOST_PARTS, parts.length - i); count > 1 && covered === 0; count--)
      if (known.has(keyOf(parts.slice(i, i + count).join(",")))) covered = count;
    if (covered === 0) unknown.push(parts[i] ?? "");
    i += Math.max(covered, 1);
  }
  return unknown;
}

/** "Tags: harbour, trade" is a list of tags, "harbour" is one. */
function tagsIn({ span, label }: LabelledSpan, known: ReadonlySet<string>): string[] {
  const read = span.text.slice(0, LONGEST_READ);
  // Most tags have no colon, and then the pattern need not be compiled.
  const text = /[:：]/.test(read) ? read.replace(CUE, "") : read;
  if (label === "tag" && text.length === read.length) return [clean(text)];
  return unknownParts(split(text), known);
}

/** In reading order. */
export function tagsOf(spans: readonly LabelledSpan[]): string[] {
  const tags: string[] = [];
  const known = new Set<string>();
  for (const labelled of spans) {
    if (labelled.label !== "tag" && labelled.label !== "keywords") continue;
    for (const tag of tagsIn(labelled, known)) {
      const key = keyOf(tag);
      if (key === "" || known.has(key)) continue;
      known.add(key);
      tags.push(tag);
    }
  }
  return tags;
}
