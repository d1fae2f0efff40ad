/**
 * The values that flow through bodycopy, stage by stage:
 * SourceDocument -> Segmentation (Block[]) -> Classification (LabelledBlock[]) -> Article.
 * Line numbers are 1-based and inclusive everywhere. Nothing here has behaviour.
 */

/** First and last line, 1-based, both included. */
export type LineRange = readonly [first: number, last: number];

/** The labels in the order of the design: content, fields, noise. */
export const CONTENT_LABELS = ["body", "heading"] as const;
export const FIELD_LABELS = [
  "header",
  "title",
  "description",
  "byline",
  "timestamp",
  "section",
  "genre",
  "tag",
  "keywords",
  "locale",
  "image",
  "caption",
] as const;
export const NOISE_LABELS = [
  "contact",
  "placeholder",
  "dimensions",
  "year",
  "copyright",
  "link",
  "related",
  "navigation",
  "legal",
  "promotion",
  "comment",
  "other",
] as const;
export const LABELS = [...CONTENT_LABELS, ...FIELD_LABELS, ...NOISE_LABELS] as const;

/** What a span or a block is. Exactly one label each. */
export type Label = (typeof LABELS)[number];

/** The formats that documents come in. */
export type DocumentFormat = "text" | "html";

/** One document as it was read: decoded text and where it came from. */
export interface SourceDocument {
  /** The path as the user gave or as the walk found it; null for a string or stdin. */
  readonly path: string | null;
  /** 0-based position inside its container; 0 for a plain file. */
  readonly record: number;
  readonly format: DocumentFormat;
  /** The charset that the bytes were decoded with, in lower case, e.g. "utf-8", "windows-1251". */
  readonly encoding: string;
  /** The text, or the page's markup. */
  readonly text: string;
  /** The address that the document was fetched from, where its container tells; absent or null when it does not. */
  readonly url?: string | null;
  /** One of a file that may hold many; absent for a plain file. */
  readonly contained?: true;
  /** When it was fetched, RFC 3339, where its container tells: nothing in it was published later. */
  readonly fetched?: string | null;
  /** What its container tells of it. */
  readonly known?: KnownFields;
  /** Its id in the container. */
  readonly id?: string;
  /** What the container tells beside, when that is wanted. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Where the container can be read again from this document on; absent where only from its start. */
  readonly point?: ReadingPoint;
}

/** A place in a container. */
export interface ReadingPoint {
  /** Bytes before it, as they are stored. */
  readonly stored: number;
  /** The record that begins there. */
  readonly record: number;
}

/** What a container tells of a document, as it is written there; absent is what it does not tell. */
export interface KnownFields {
  readonly title?: string;
  readonly description?: string;
  /** Names, or bylines that have several. */
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly publisher?: Partial<Publisher>;
  readonly section?: string;
  readonly tags?: readonly string[];
  /** ISO 639 codes, perhaps with a region, the likeliest first: "en", "eng", "pt-BR". */
  readonly languages?: readonly string[];
  readonly images?: readonly Image[];
}

/** How the lines of a dump relate to its blocks. */
export type Layout =
  /** One block a line. */
  | "lines"
  /** Blocks with blank lines between them. */
  | "paragraphs"
  /** Hard-wrapped and indented, as lynx and w3m print. */
  | "wrapped"
  /** Metadata values one a block, the body glued together. */
  | "micro"
  /** The whole page on one line. */
  | "one-line"
  /** No dump: a page with its markup. */
  | "html";

/** What a span is by its form alone. */
export type SpanForm = "text" | "list" | "code" | "quote" | "table";

/** An element of a page. */
export interface PageElement {
  /** In lower case. */
  readonly tag: string;
  /** null for the page itself. */
  readonly parent: PageElement | null;
  /** It begins a block of its own, as `div` does and `em` does not. */
  readonly block: boolean;
  /** Indices of the first block in it, and of the first one behind it; both 0 for what begins no block. */
  readonly start: number;
  readonly end: number;
  /** The attributes as they are written, "" without one. */
  readonly classes: string;
  readonly id: string;
  readonly role: string;
  /** Names of properties: microdata's `itemprop`, RDFa's `property`. */
  readonly property: string;
  /** It or an element around it is hidden. */
  readonly hidden: boolean;
}

/** What markup tells about a span. */
export interface Hints {
  /** The nearest element that holds the whole text. */
  readonly element: PageElement;
  /** The element that begins the block: `element` or the nearest one around it that does. */
  readonly holder: PageElement;
  /** Characters in links, white space not counted, of all; 0 to 1. */
  readonly linkDensity: number;
  /** The first link's address as it is written; null without a link. */
  readonly href: string | null;
  /** 1 to 6; 0 for what is no heading. */
  readonly headingLevel: number;
  /** Lists around it; 0 for what is no item of one. */
  readonly listDepth: number;
  /** Position in a numbered list, from 1; null in others. */
  readonly listNumber: number | null;
  /** The cells of a table, row by row; null for what is none. */
  readonly rows: readonly (readonly string[])[] | null;
}

/**
 * The unit that is labelled: a run of text that belongs together. Nearly every block is one span; a line whose
 * paragraphs are glued together is one block of several spans.
 */
export interface Span {
  /** Cleaned text: one space between words, no bullet, no invisible characters. Code keeps its white space. */
  readonly text: string;
  /** The lines that the span touches. */
  readonly lines: LineRange;
  readonly form: SpanForm;
  /** It starts further left than the dump's text, as text browsers print headings; never so in dumps without indentation. */
  readonly outdented?: boolean;
  /** 1 to 6 for what marks in the text make a heading of; absent for all else. */
  readonly level?: number;
  /** The cells of a table that marks in the text make, row by row. */
  readonly rows?: readonly (readonly string[])[];
  /** Only of a page that has its markup. */
  readonly hints?: Hints;
}

/** Whole lines that belong together. The blocks of a document are a partition of its non-blank lines. */
export interface Block {
  readonly lines: LineRange;
  /** The spans in reading order, at least one. */
  readonly spans: readonly Span[];
}

export interface Segmentation {
  readonly layout: Layout;
  /** Number of lines of the document, blank ones included; 0 for the empty document. */
  readonly lineCount: number;
  readonly blocks: readonly Block[];
  /** Only of a page that has its markup. */
  readonly page?: PageFacts;
}

/** A meta element. */
export interface PageMeta {
  /** Its `name` or `property` in lower case. */
  readonly name: string;
  readonly content: string;
}

/** A property that an element of the text names: microdata, RDFa, `time`, links with `rel`. */
export interface PageProperty {
  /** "headline", "author name", "time", "rel author". */
  readonly name: string;
  readonly value: string;
  /** Index of the block that it stands in or before. */
  readonly block: number;
}

export interface PageImage {
  /** As it is written. */
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Index of the block that it stands in or before. */
  readonly block: number;
}

/** What a page says of itself beside its text, as it is written. */
export interface PageFacts {
  /** Of the root element. */
  readonly language: string | null;
  /** What relative addresses are relative to. */
  readonly base: string | null;
  readonly canonical: string | null;
  readonly metas: readonly PageMeta[];
  /** The texts of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  readonly properties: readonly PageProperty[];
  readonly images: readonly PageImage[];
}

/** The passes of the classifier, in order. */
export type Pass = "context-free" | "repetition" | "region" | "contextual";

/** What a rule saw, as small data; turned into words only when it is shown. */
export interface Evidence {
  /** The condition that held, e.g. "words", "contains", "is". */
  readonly condition: string;
  /** The value seen: a measure, the phrase found, the name of the shape. */
  readonly value: string | number;
}

/** One step in how a span got its label. */
export interface Decision {
  readonly pass: Pass;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** The label before this decision; null for the first. */
  readonly before: Label | null;
  readonly after: Label;
  readonly evidence: readonly Evidence[];
}

export interface LabelledSpan {
  readonly span: Span;
  readonly label: Label;
  /** Id of the rule that gave the label: that of the last decision. */
  readonly rule: string;
  /** Every decision in order, at least one. */
  readonly decisions: readonly Decision[];
}

export interface LabelledBlock {
  readonly lines: LineRange;
  /** The label of the span with the most characters. */
  readonly label: Label;
  /** The rule of that span. */
  readonly rule: string;
  readonly spans: readonly LabelledSpan[];
}

export interface Classification {
  readonly layout: Layout;
  readonly lineCount: number;
  readonly blocks: readonly LabelledBlock[];
  /** How sure the body is, 0 to 1; 0 when there is none. */
  readonly confidence: number;
  /** Only of a page that has its markup. */
  readonly page?: PageFacts;
}

/** Where a record came from. */
export interface Source {
  readonly path: string | null;
  readonly record: number;
  readonly format: DocumentFormat;
  readonly encoding: string;
  readonly lines: number;
  /** Of a record with an id in its container. */
  readonly id?: string;
}

/** All null when the document names no publisher. */
export interface Publisher {
  readonly name: string | null;
  readonly legalName: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
}

export interface Image {
  readonly url: string;
  /** Pixels; null when the document does not tell. */
  readonly width: number | null;
  readonly height: number | null;
}

export type BodyType = "paragraph" | "heading" | "list" | "code" | "quote" | "table";

export interface BodyPart {
  readonly type: BodyType;
  readonly text: string;
  readonly lines: LineRange;
  /** Of a heading with marks or markup: 1 to 6. */
  readonly level?: number;
  /** Of an item of a list with markup: lists that it stands in, at least 1. */
  readonly depth?: number;
  /** Of an item of a numbered list with markup. */
  readonly number?: number;
  /** Of a table: the cells, row by row. */
  readonly rows?: readonly (readonly string[])[];
}

/** Blocks of one text that are no content and went into no field. */
export interface Noise {
  readonly label: Label;
  readonly text: string;
  readonly count: number;
  /** First line of each occurrence. */
  readonly lines: readonly number[];
  readonly rule: string;
}

/** A block as the record shows it. */
export interface BlockRecord {
  readonly lines: LineRange;
  readonly label: Label;
  readonly rule: string;
  readonly text: string;
}

/** The record. Every key is always there; what is not known is null or []. */
export interface Article {
  readonly source: Source;
  readonly url: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  /** RFC 3339, a day alone as YYYY-MM-DD; a time without an offset stays a local time. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: Publisher;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** ISO 639-1 where it has a code, else ISO 639-3. */
  readonly language: string | null;
  readonly images: readonly Image[];
  readonly related: readonly string[];
  readonly body: readonly BodyPart[];
  /** The texts of the body with a blank line between two. */
  readonly text: string;
  readonly noise: readonly Noise[];
  /** 0 to 1; 0 when the body is empty. */
  readonly confidence: number;
  /** The whole partition, in order; only when it was asked for. */
  readonly blocks?: readonly BlockRecord[];
  /** Fields of a container's record that are in none of these; only when they were asked for. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
