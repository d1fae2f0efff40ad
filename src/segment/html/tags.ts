/**
 * What tags do to the text around them. From the HTML standard's rendering and tree construction sections
 * (https://html.spec.whatwg.org/multipage/rendering.html, …/parsing.html), as far as it moves text between blocks.
 */

const tags = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements without content and without an end tag. */
export const VOID = tags(
  "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr",
);

/** Elements that begin and end a block of text. Buttons and options do too: they are no part of a sentence. */
export const BLOCK = tags(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption " +
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol optgroup option p " +
    "pre search section select summary table tbody td tfoot th thead title tr ul",
);

/** Elements whose content is no text of the page: programs, drawings, and what stands in for what a browser can play. */
export const SKIPPED = tags(
  "applet audio canvas datalist embed frameset iframe annotation annotation-xml noembed noframes object plaintext script style svg template textarea video xmp",
);

/** Start tags that end an open paragraph. */
export const CLOSES_PARAGRAPH = tags(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hgroup hr li main menu nav ol p pre search section table ul",
);

/** Start tags that end an open element of these names, looked for no farther up than the element at `within`. */
export const CLOSES: Readonly<
  Record<string, { readonly open: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { open: tags("li"), within: tags("ul ol menu dir") },
  dd: { open: tags("dd dt"), within: tags("dl") },
  dt: { open: tags("dd dt"), within: tags("dl") },
  option: { open: tags("option"), within: tags("select datalist") },
  optgroup: { open: tags("option optgroup"), within: tags("select") },
  td: { open: tags("td th"), within: tags("tr table") },
  th: { open: tags("td th"), within: tags("tr table") },
  tr: { open: tags("tr td th caption"), within: tags("table") },
  tbody: { open: tags("tbody thead tfoot tr td th caption"), within: tags("table") },
  thead: { open: tags("tbody thead tfoot tr td th caption"), within: tags("table") },
  tfoot: { open: tags("tbody thead tfoot tr td th caption"), within: tags("table") },
};

/** An end tag in a cell closes nothing outside of it, and a paragraph does not reach out of these. */
export const SCOPE = tags("table td th caption button noscript");

export const LISTS = tags("ul ol menu dir");

const HEADING = /^h([1-6])$/;

/** 1 to 6; 0 for what is no heading. */
export const headingLevel = (tag: string): number => Number(HEADING.exec(tag)?.[1] ?? 0);
