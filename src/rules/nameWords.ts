/** The words of an element's class, id and role, as far as they say what the element is. */
import type { PageElement } from "../model.js";

/** Names on these are about the article itself. */
const NAMELESS: ReadonlySet<string> = new Set([
  ..."html body main article pre code h1 h2 h3 h4 h5 h6".split(" "),
]);

/** "has-sidebar", "no-comments": what is said of an element, not what it is. */
const ABOUT = /^(?:has|with|without|no|not|is|are|hide|show)$/;
/** A longer id is a heading's text: "why-nobody-reads-the-newsletter". */
const MOST_ID_WORDS = 4;
/** Longer attributes are not read to their end: utility classes by the hundred name nothing. */
const LONGEST_READ = 400;

/** Where a name changes from one word to the next: "relatedPosts", "related_posts", "related-posts", "XMLMenu". */
const JOINT = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\p{L}\p{N}]+/u;

/** Words in lower case, and each two that follow each other joined by a space. */
export function* wordsOfNames({ tag, classes, id, role }: PageElement): Generator<string> {
  if (role !== "") yield role.toLowerCase();
  if ((classes === "" && id === "") || NAMELESS.has(tag)) return;
  if (classes !== "")
    for (const name of classes.slice(0, LONGEST_READ).split(/\s+/)) yield* wordsOf(splitName(name));
  const words = id === "" ? [] : splitName(id.slice(0, LONGEST_READ));
  if (words.length <= MOST_ID_WORDS) yield* wordsOf(words);
}

const splitName = (name: string): string[] =>
  name.split(JOINT).flatMap((word) => (word === "" ? [] : [word.toLowerCase()]));

function* wordsOf(words: readonly string[]): Generator<string> {
  if (ABOUT.test(words[0] ?? "")) return;
  let before = "";
  for (const word of words) {
    yield word;
    if (before !== "") yield `${before} ${word}`;
    before = word;
  }
}
