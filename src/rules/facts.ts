/**
 * The facts of a span: what is known of it as a name or a small number before a rule searches its text. They are its
 * words and sentences as far as rules bound them, how it ends, its form, layout and position, what its text holds at all
 * (HAS_… bits); for contextual rules also where it stands and what stands beside it.
 */
import { type BoundedFact, boundedOf, FACT_BOUNDS } from "./bounded.js";
import type { Bounds, Condition } from "./rule.js";
import type { Subject, Surroundings } from "./subject.js";

/** Facts that are names, as conditions call them: of a span by itself, and by what stands around it. */
export const NAMES_OF_FORM = ["form", "ends"] as const;
export const NAMES_OF_PLACE = [
  "layout",
  "position",
  "role",
  "place",
  "label",
  "previous",
  "next",
  "previous-rule",
] as const;
const NAMED_FACTS = [...NAMES_OF_FORM, ...NAMES_OF_PLACE];
export type NamedFact = (typeof NAMED_FACTS)[number];

export type FactName = NamedFact | BoundedFact | "has";

export interface Fact {
  readonly name: FactName;
  /** The fact of a span as a number from 0, small enough for a table; spans with equal numbers have the same fact. */
  readonly of: (subject: Subject, around: Surroundings) => number;
}

const NAME_OF: Record<NamedFact, (subject: Subject, around: Surroundings) => string | null> = {
  ends: ({ measures }) => measures.ending,
  form: ({ form }) => form,
  layout: (_, { layout }) => layout,
  position: (_, { position }) => position,
  label: (_, { label }) => label,
  place: (_, { place }) => place,
  role: (_, { role }) => role,
  previous: (_, { previous }) => previous,
  next: (_, { next }) => next,
  "previous-rule": (_, around) => around["previous-rule"],
};

/** The name of a span's fact; null where it has none. */
export const nameOf = (fact: NamedFact, subject: Subject, around: Surroundings): string | null =>
  NAME_OF[fact](subject, around);

/** All facts; `conditions` are those of all rules, whose bounds are what makes two numbers differ. */
export function factsOf(conditions: readonly Condition[]): Fact[] {
  return [
    { name: "has", of: ({ measures }) => measures.has },
    ...FACT_BOUNDS.map((name) => {
      const number = boundedOf(name);
      const classes = new Classes(conditions.flatMap((condition) => boundsIn(condition, name)));
      return { name, of: (subject: Subject, around: Surroundings) => classes.of(number(subject, around)) };
    }),
    ...NAMED_FACTS.map((name) => {
      const find = NAME_OF[name];
      const numbers = new Map<string | null, number>();
      // What stands beside each other mostly has the same names.
      let lastName: string | null | undefined;
      let lastNumber = 0;
      const of = (subject: Subject, around: Surroundings): number => {
        const value = find(subject, around);
        if (value === lastName) return lastNumber;
        lastName = value;
        lastNumber = numbers.get(value) ?? numbers.size;
        numbers.set(value, lastNumber);
        return lastNumber;
      };
      return { name, of };
    }),
  ];
}

function boundsIn(condition: Condition, name: BoundedFact): Bounds[] {
  const { [name]: own, all = [], any = [], not } = condition;
  const parts = [...all, ...any, ...(not === undefined ? [] : [not])];
  return [...(own === undefined ? [] : [own]), ...parts.flatMap((part) => boundsIn(part, name))];
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
    // Numbers of words may be kept as fractions even where they are whole; an engine that takes such a one for an index
    // gives its code up, compiles it anew and learns nothing from it.
    const whole = value | 0;
    return (whole === value ? this.#table[whole] : undefined) ?? this.#search(value);
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
