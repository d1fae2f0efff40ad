/** Web addresses inside a text. */

/** Bounded by white space, quotes and angle brackets; a scheme-less "//host/path" counts, as pages print it. */
const ADDRESS = /(?:https?:)?\/\/[\w\u00a1-\uffff][^\s<>"]*/gi;
/** Sentence marks after an address are not part of it; looked for in its last characters alone. */
const TRAILING = /[.,;:!?)\]}'»”’]{1,8}$/u;
const LOOKED_AT = 8;

function trim(address: string): string {
  const tail = address
    .slice(-LOOKED_AT)
    .replace(TRAILING, (marks) => (marks.startsWith(")") && address.includes("(") ? ")" : ""));
  return address.slice(0, -LOOKED_AT) + tail;
}

/** The addresses of a text in order. */
export function addressesIn(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map(trim);
}
