/**
 * Whether the tags of a text do their work in it, or are what it is about. Those that were left in a text are everywhere;
 * texts about markup name them in their sentences, and have them in examples and programs.
 */
import { BLOCK, VOID } from "./html/tags.js";
import type { Tag } from "./tagScanner.js";

/** A line of this length is prose and no menu item, title or line of an example. */
const PROSE_CHARACTERS = 60;
/** Signs of programs between the tags; these have one more often than that. */
const PROGRAM = /[{}]|=>|[;&|]{2}/g;
const CHARACTERS_A_SIGN = 200;

/** For one that looks named, as many do their work: somebody may have put spaces around an emphasis. */
const USES_A_MENTION = 4;
/** A line full of tags among many without any is the source of a page, offered to be copied. */
const FEW_LINES = 0.1;
const MOST_ON_A_LINE = 6;
/** What was left stands in the prose as often as in short lines, or nearly; of examples hardly anything does. */
const PROSE_TO_SHORT = 0.05;

/** What one line has. */
interface TaggedLine {
  /** Characters outside of tags, and the signs of programs among them. */
  visible: number;
  signs: number;
  uses: number;
  mentions: number;
}

/** Lines of one kind. */
interface Lines {
  all: number;
  /** With a tag that does its work. */
  tagged: number;
  uses: number;
  mentions: number;
}

export function areStray(text: string, tags: readonly Tag[]): boolean {
  const prose: Lines = { all: 0, tagged: 0, uses: 0, mentions: 0 };
  const short: Lines = { all: 0, tagged: 0, uses: 0, mentions: 0 };
  for (const line of taggedLines(text, tags)) {
    const isProse = line.visible > Math.max(PROSE_CHARACTERS, CHARACTERS_A_SIGN * line.signs);
    count(isProse ? prose : short, line);
  }
  if (prose.uses < Math.max(1, USES_A_MENTION * prose.mentions)) return false;
  if (prose.tagged < FEW_LINES * prose.all && prose.uses > MOST_ON_A_LINE * prose.tagged) return false;
  return prose.tagged / prose.all >= (PROSE_TO_SHORT * short.tagged) / Math.max(1, short.all);
}

function count(lines: Lines, { uses, mentions }: TaggedLine): void {
  lines.all++;
  if (uses > 0) lines.tagged++;
  lines.uses += uses;
  lines.mentions += mentions;
}

/** Every line that shows something or has a tag. */
function* taggedLines(text: string, tags: readonly Tag[]): Generator<TaggedLine> {
  let next = 0;
  let seen = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    // A tag may end on a later line than it begins.
    seen = Math.max(seen, start);
    const line: TaggedLine = { visible: 0, signs: 0, uses: 0, mentions: 0 };
    for (let tag = tags[next]; tag !== undefined && tag.start < end; tag = tags[++next]) {
      see(line, text.slice(seen, tag.start));
      seen = tag.end;
      if (isMention(text, tag, start, end)) line.mentions++;
      else if (isUse(tag)) line.uses++;
    }
    if (seen < end) see(line, text.slice(seen, end));
    if (line.visible > 0 || line.uses > 0) yield line;
    start = end;
  }
}

function see(line: TaggedLine, text: string): void {
  line.visible += text.trim().length;
  line.signs += text.match(PROGRAM)?.length ?? 0;
}

/** A start tag alone, without attributes, tells nothing: `Array<b>` has none. */
export const isUse = ({ kind, name, hasAttributes }: Tag): boolean =>
  kind === "end" ||
  kind === "hidden" ||
  (kind === "start" && (hasAttributes || VOID.has(name) || BLOCK.has(name)));

/** Whether it is a word of the sentence: `the <p> element`, `between "<p>" and "</p>"`; or none of HTML at all. */
function isMention(text: string, tag: Tag, lineStart: number, lineEnd: number): boolean {
  if (tag.kind === "foreign") return true;
  if (tag.kind === "hidden") return false;
  const before = text.slice(Math.max(lineStart, tag.start - 3), tag.start);
  const after = text.slice(tag.end, Math.min(lineEnd, tag.end + 3));
  if (/[^>]["'“‘(`]$/.test(before)) return /^["'”’)`]/.test(after);
  if (tag.hasAttributes || !/[^\s>] $/.test(before)) return false;
  // A sentence is over before a paragraph begins.
  if (tag.kind === "start" && BLOCK.has(tag.name)) return /\p{Ll} $/u.test(before);
  return !/[.!?…:。] $/.test(before) && /^ \p{Ll}|^[,.;)?!]/u.test(after);
}
