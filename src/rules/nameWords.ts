/** The words of an element's class and id, as far as they say what the element is. */

/** "has-sidebar", "no-comments": what is said of an element, not what it is. */
const ABOUT = /^(?:has|with|without|no|not|is|are|hide|show)$/;
/** A longer id is a heading's text: "why-nobody-reads-the-newsletter". */
const MOST_ID_WORDS = 4;
/** Longer attributes are not read to their end: utility classes by the hundred name nothing. */
export const LONGEST_READ = 400;

/** Where a name changes from one word to the next: "relatedPosts", "related_posts", "related-posts", "XMLMenu". */
const JOINT = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\p{L}\p{N}]+/u;
/** Names of the plainest make, which most are, have one kind of joint, and need no search for the others. */
const PLAIN = /^[a-z\d_-]*$/;
const PLAIN_JOINT = /[_-]+/;

/** The names of a class attribute. */
export const classNames = (classes: string): string[] => classes.slice(0, LONGEST_READ).split(/\s+/);

/** Words in lower case, and each two that follow each other joined by a space. */
export const wordsOfClass = (name: string): string[] => withPairs(split(name));

/** The same of an id. */
export function wordsOfId(id: string): string[] {
  const words = split(id);
  return words.length <= MOST_ID_WORDS ? withPairs(words) : [];
}

function split(name: string): string[] {
  if (PLAIN.test(name)) return name.split(PLAIN_JOINT).filter((word) => word !== "");
  return name.split(JOINT).flatMap((word) => (word === "" ? [] : [word.toLowerCase()]));
}

function withPairs(words: readonly string[]): string[] {
  if (ABOUT.test(words[0] ?? "")) return [];
  return words.flatMap((word, i) => (i === 0 ? [word] : [word, `${words[i - 1]} ${word}`]));
}
