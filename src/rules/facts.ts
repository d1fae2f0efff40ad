/**
 * The facts of a span: what is known of it as a small number before any rule reads its text. They are its words as
 * far as rules bound them, how it ends, its form, layout and position, what its text holds at all (HAS_… bits); for
 * contextual rules also its label, its place and its role. Spans with the same facts meet the same rules.
 */
import { HAS_BITS } from "../features/measures.js";
import { LABELS, type Label, type Layout, type SpanForm } from "../model.js";
import {
  type Bounds,
  type Condition,
  ENDINGS,
  type Ending,
  PLACES,
  type Place,
  POSITIONS,
  type Position,
  ROLES,
  type Role,
} from "./rule.js";
import type { Subject, Surroundings } from "./subject.js";

const numbered = <T>(values: readonly T[]): ReadonlyMap<T, number> =>
  new Map(values.map((value, i) => [value, i]));

const ENDING_NUMBERS = numbered<Ending>(ENDINGS);
const FORM_NUMBERS = numbered<SpanForm>(["text", "list", "code", "quote", "table"]);
const LAYOUT_NUMBERS = numbered<Layout>(["lines", "paragraphs", "wrapped", "micro", "one-line", "html"]);
const POSITION_NUMBERS = numbered<Position>(POSITIONS);
const LABEL_NUMBERS = numbered<Label | null>([...LABELS, null]);
const PLACE_NUMBERS = numbered<Place>(PLACES);
const ROLE_NUMBERS = numbered<Role | null>([...ROLES, null]);

export class Facts {
  readonly #words: Classes;

  /** `conditions`: those of all rules, whose bounds are what makes two numbers of words differ. */
  constructor(conditions: readonly Condition[]) {
    this.#words = new Classes(conditions.flatMap(wordBounds));
  }

  /** The number of the facts that context-free rules ask of. */
  of({ form, measures }: Subject, { layout, position }: Surroundings): number {
    let facts = this.#words.of(measures.words);
    facts = facts * ENDING_NUMBERS.size + (ENDING_NUMBERS.get(measures.ending) ?? 0);
    facts = facts * FORM_NUMBERS.size + (FORM_NUMBERS.get(form) ?? 0);
    facts = facts * LAYOUT_NUMBERS.size + (LAYOUT_NUMBERS.get(layout) ?? 0);
    facts = facts * POSITION_NUMBERS.size + (POSITION_NUMBERS.get(position) ?? 0);
    return facts * HAS_BITS + measures.has;
  }

  /** The number of the facts that contextual rules ask of. */
  amid(subject: Subject, around: Surroundings): number {
    let facts = this.of(subject, around);
    facts = facts * LABEL_NUMBERS.size + (LABEL_NUMBERS.get(around.label) ?? 0);
    facts = facts * PLACE_NUMBERS.size + (PLACE_NUMBERS.get(around.place) ?? 0);
    return facts * ROLE_NUMBERS.size + (ROLE_NUMBERS.get(around.role) ?? 0);
  }
}

function wordBounds({ words, all = [], any = [], not }: Condition): Bounds[] {
  const own = words === undefined ? [] : [words];
  return [...own, ...[...all, ...any, ...(not === undefined ? [] : [not])].flatMap(wordBounds)];
}

/** Whole numbers below are classed by a table. */
const TABLE = 256;

/** Numbers in classes, parted wherever one of the bounds starts or ends to hold. */
class Classes {
  /** A number is behind a cut when it is greater, or equal where the cut is `inclusive`. Rising. */
  readonly #cuts: readonly { readonly at: number; readonly inclusive: boolean }[];
  readonly #table: Uint16Array;

  constructor(bounds: readonly Bounds[]) {
    const cuts = new Map<string, { at: number; inclusive: boolean }>();
    for (const { min, max } of bounds) {
      if (min !== undefined) cuts.set(`${min} from`, { at: min, inclusive: true });
      if (max !== undefined) cuts.set(`${max} past`, { at: max, inclusive: false });
    }
    this.#cuts = [...cuts.values()].sort((a, b) => a.at - b.at || Number(b.inclusive) - Number(a.inclusive));
    this.#table = Uint16Array.from({ length: TABLE }, (_, value) => this.#search(value));
  }

  of(value: number): number {
    return this.#table[value] ?? this.#search(value);
  }

  #search(value: number): number {
    let low = 0;
    let high = this.#cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const cut = this.#cuts[middle];
      if (cut !== undefined && (value > cut.at || (cut.inclusive && value === cut.at))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
