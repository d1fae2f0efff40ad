/**
 * The rule language: what a rule pack (YAML) says once it is read. Built-in rules and users' rules have this one shape.
 * A rule says what it saw, never what to do about it; what a label or a mark weighs is in classify/score.ts.
 */
import type { Label, Layout, SpanForm } from "../model.js";

/** Shapes that code recognises; features/shapes.ts holds each of them. */
export const SHAPES = [
  "url",
  "email",
  "telephone",
  "date",
  "time",
  "iso-timestamp",
  "year",
  "locale",
  "dimensions",
  "xpath",
  "domain",
  "handle",
  "copyright",
  "image-url",
  "header",
  "doubled",
] as const;
export type Shape = (typeof SHAPES)[number];

/** Numbers that features/measures.ts takes of a span; shares are 0 to 1. */
export const MEASURES = [
  "words",
  "characters",
  "sentences",
  "commas",
  "pipes",
  "words-a-comma",
  "digit-share",
  "lower-initial-share",
  "upper-case-share",
  "function-word-share",
  "symbol-share",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Numbers that the markup tells of a span. */
export const MARKUP_MEASURES = ["link-density", "heading-level", "list-depth"] as const;
export type MarkupMeasure = (typeof MARKUP_MEASURES)[number];

/**
 * Numbers that tell how a span stands in the body region, which furniture (menus, buttons, dates, headings of other
 * things) parts into sections. `section-prose`: spans of prose in its section. `section-share`: its section's share of
 * the region's points. `region-before`: the share of the points before it. `kinship`: the share of its words that the
 * prose of the region says elsewhere too, endings and function words aside.
 */
export const STANDINGS = ["section-prose", "section-share", "region-before", "kinship"] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Where in the document a span stands. `head` and `tail` are the metadata values before and after the page in a micro
 * layout; `before`, `inside` and `after` are seen from the body region; without a body every span is `nowhere`.
 */
export const PLACES = ["head", "tail", "before", "inside", "after", "nowhere"] as const;
export type Place = (typeof PLACES)[number];

/**
 * What a span is to the spans around it, as the classifier finds it: the page's own title, the headline above the body,
 * the description of a metadata head or the standfirst below the headline, another line between the headline and the text,
 * something that a heading like "related articles" announces, a part of the text that is the body and whose paragraphs
 * were glued together, or one of two neighbours of which one begins or ends with the other; of a page with its markup a card in a row of linked titles, a short text in a box between
 * paragraphs, a copy of what the body has said, a link to one of its
 * headings, a text that is set as most of the body is, one in a box of another make
 * behind the body, or one in a small box between paragraphs that closes with a link or a button.
 */
export const ROLES = [
  "page-title",
  "headline",
  "lede",
  "under-headline",
  "teaser",
  "part",
  "twin",
  "card",
  "box",
  "copy",
  "contents",
  "own",
  "appendix",
  "call",
] as const;
export type Role = (typeof ROLES)[number];

export const POSITIONS = ["first", "last", "between"] as const;
export type Position = (typeof POSITIONS)[number];

/** How a text ends. */
export const ENDINGS = ["sentence", "colon", "open"] as const;
export type Ending = (typeof ENDINGS)[number];

/** What a block tells about the blocks around it. */
export const MARKS = ["end-hard", "end-soft", "comments"] as const;
export type Mark = (typeof MARKS)[number];

/** Both bounds are included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A condition on a span. All keys of one object must hold. Phrases are compared word by word: case, punctuation and
 * white space do not count, and a CJK character is a word.
 */
export type Condition = {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  /** The text contains one of the shapes. */
  readonly has?: Shape | readonly Shape[];
  /** The text is one of the shapes, whole. */
  readonly is?: Shape | readonly Shape[];
  /** A regular expression, Unicode, case-insensitive. */
  readonly matches?: string;
  /** The same, case-sensitive. */
  readonly "matches-case"?: string;
  readonly equals?: readonly string[];
  readonly "starts-with"?: readonly string[];
  readonly "ends-with"?: readonly string[];
  readonly contains?: readonly string[];
  readonly ends?: Ending | readonly Ending[];
  readonly form?: SpanForm;
  readonly layout?: Layout | readonly Layout[];
  /** Conditions on markup: none of them holds for a text that has none. */
  /** The tag of the element that begins the block. */
  readonly tag?: string | readonly string[];
  /** The tag of the element that it stands in, or of any element around that. */
  readonly in?: string | readonly string[];
  /** A word, or two that follow each other, of the class, id, role or microdata property of an element that it stands in. */
  readonly class?: readonly string[];
  /** It stands in a hidden element; `false` is no condition. */
  readonly hidden?: true;
  /** Share of the page's text that stands in the elements of the name that `in`, `class` or `hidden` found. */
  readonly "page-share"?: Bounds;
  /** The document's first or last span. */
  readonly position?: Position | readonly Position[];
  /** Contextual conditions: a rule that has one runs after the body region is known. */
  /** Label of the nearest span before. */
  readonly previous?: Label | readonly Label[];
  readonly next?: Label | readonly Label[];
  /** Id of the rule that decided the nearest span before. */
  readonly "previous-rule"?: string | readonly string[];
  readonly place?: Place | readonly Place[];
  readonly role?: Role | readonly Role[];
  /** The document has a span of this label with the same text; of `keywords`, one of its comma-separated values. */
  readonly echoes?: Label | readonly Label[];
  /** The label that the earlier passes gave. */
  readonly label?: Label | readonly Label[];
  /** How often the document holds this text. */
  readonly repeats?: Bounds;
} & { readonly [M in Measure | Standing | MarkupMeasure]?: Bounds };

/** Keys of Condition that need the neighbours or the region. */
export const CONTEXTUAL_CONDITIONS = [
  "previous",
  "next",
  "previous-rule",
  "place",
  "role",
  "echoes",
  "label",
  "repeats",
  ...STANDINGS,
] as const;

/** A text that a rule is tried on; the context that a contextual rule asks for is given beside it. */
export interface Example {
  readonly text: string;
  readonly form?: SpanForm;
  readonly previous?: Label;
  readonly next?: Label;
  readonly "previous-rule"?: string;
  readonly place?: Place;
  readonly role?: Role;
  readonly layout?: Layout;
  readonly position?: Position;
  /** The elements around the text, the outermost first, as CSS writes them: "aside div.newsletter-box p". */
  readonly within?: string;
  readonly "link-density"?: number;
  readonly hidden?: true;
  readonly echoes?: Label;
  readonly label?: Label;
  readonly repeats?: number;
  readonly "section-prose"?: number;
  readonly "section-share"?: number;
  readonly "region-before"?: number;
  readonly kinship?: number;
}

export interface Rule {
  /** Lower-case words with hyphens; names the pattern found. */
  readonly id: string;
  readonly label: Label;
  readonly summary: string;
  readonly why: string;
  readonly marks?: readonly Mark[];
  readonly when: Condition;
  readonly examples: {
    readonly fires: readonly (string | Example)[];
    readonly passes: readonly (string | Example)[];
  };
}

/** A rule pack: one concept, rules in the order in which they are tried. */
export interface RulePack {
  readonly pack: string;
  readonly summary: string;
  readonly rules: readonly Rule[];
}
