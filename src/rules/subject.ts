/** What rules see: a span, and what stands around it. */
import type { Measures } from "../features/measures.js";
import type { Label, Layout, SpanForm } from "../model.js";
import type { Markup } from "./markup-tests.js";
import type { Place, Position, Role } from "./rule.js";

/** What a rule sees of a span. */
export interface Subject {
  readonly text: string;
  readonly form: SpanForm;
  readonly measures: Measures;
  /** null for a text without markup. */
  readonly markup: Markup | null;
}

/** What a contextual rule sees of the span's surroundings. */
export interface Surroundings {
  readonly previous: Label | null;
  readonly next: Label | null;
  readonly "previous-rule": string | null;
  readonly place: Place;
  readonly role: Role | null;
  readonly layout: Layout;
  readonly position: Position;
  /** Labels of the spans that say the same. */
  readonly echoes: readonly Label[];
  readonly label: Label | null;
  readonly repeats: number;
  readonly "section-prose": number;
  readonly "section-share": number;
  readonly "region-before": number;
  readonly kinship: number;
}

/** Surroundings that say nothing, amid a body of one section: for context-free rules and examples. */
export const NO_SURROUNDINGS: Surroundings = {
  previous: null,
  next: null,
  "previous-rule": null,
  place: "nowhere",
  role: null,
  layout: "lines",
  position: "between",
  echoes: [],
  label: null,
  repeats: 1,
  "section-prose": Number.POSITIVE_INFINITY,
  "section-share": 1,
  "region-before": 0,
  kinship: 1,
};
