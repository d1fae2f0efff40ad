/**
 * Finds the names that rules ask for among the elements around a span: tags, and the words of class, id and role.
 *
 * A name that is on the whole article says nothing ("content-sidebar", a form around the page): so a rule can ask that
 * the elements of a name hold no more than a share of the page's text, and one that holds more is not heard at all. Of
 * all that a study tried on class names this guard mattered most: 5 to 7 points of F1.
 */
import type { Hints, PageElement } from "../model.js";
import { wordsOfNames } from "./nameWords.js";
import type { Bounds } from "./rule.js";

/** What an element's own names are looked up as. */
export type NameKind = "in" | "class" | "hidden";

/** By number of the condition, the name that was found. */
export type NameHits = ReadonlyMap<number, string>;

const NO_HITS: NameHits = new Map();
const ANY: Bounds = {};

interface Wanted {
  readonly kind: NameKind;
  readonly share: Bounds;
}

type OwnName = readonly [condition: number, name: string];

/** Elements that are remembered by their names: templates use the same few on every page. */
const MOST_REMEMBERED = 10_000;

/** The names of all rules of a set. */
export class NameMatcher {
  readonly #wanted: Wanted[] = [];
  readonly #remembered = new Map<string, readonly OwnName[]>();
  readonly #conditions: Readonly<Record<NameKind, Map<string, number[]>>> = {
    in: new Map(),
    class: new Map(),
    hidden: new Map(),
  };

  /** Adds the names of one condition and gives its number. Words of a class are in lower case, a space between two. */
  add(kind: NameKind, names: readonly string[], share: Bounds = ANY): number {
    const condition = this.#wanted.push({ kind, share }) - 1;
    for (const name of names) {
      const known = this.#conditions[kind].get(name);
      if (known === undefined) this.#conditions[kind].set(name, [condition]);
      else known.push(condition);
    }
    return condition;
  }

  shareOf(condition: number): Bounds {
    return this.#wanted[condition]?.share ?? ANY;
  }

  /** The conditions that an element meets by itself, with the names that meet them. */
  own(element: PageElement): readonly OwnName[] {
    const { tag, classes, id, role } = element;
    const isHidden = element.hidden && element.parent?.hidden !== true;
    const key = `${isHidden ? "!" : ""}${tag}\n${classes}\n${id}\n${role}`;
    let own = this.#remembered.get(key);
    if (own === undefined) {
      own = [...this.#find(element, isHidden)];
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(key, own);
    }
    return own;
  }

  *#find(element: PageElement, isHidden: boolean): Generator<OwnName> {
    const { in: byTag, class: byWord, hidden } = this.#conditions;
    for (const condition of byTag.get(element.tag) ?? []) yield [condition, element.tag];
    if (isHidden) for (const condition of hidden.get("hidden") ?? []) yield [condition, "hidden"];
    for (const word of wordsOfNames(element))
      for (const condition of byWord.get(word) ?? []) yield [condition, word];
  }
}

/** All names that meet a condition, by condition. Elements without names of their own share their parent's. */
type Found = ReadonlyMap<number, readonly string[]>;

const NONE: Found = new Map();

/** A span as far as names go. */
export interface NamedSpan {
  readonly hints: Hints;
  /** Share of the page's text. */
  readonly weight: number;
}

/** The names of one page. */
export class PageNames {
  readonly #found = new Map<PageElement, Found>();
  readonly #hits = new Map<Found, NameHits>();
  readonly #shares = new Map<string, number>();

  /** `headline` is the block that the article's title stands in, or -1: what is named there is named after the article. */
  constructor(
    private readonly matcher: NameMatcher,
    private readonly headline: number,
    spans: readonly NamedSpan[],
  ) {
    for (const { hints, weight } of spans) {
      if (weight === 0) continue;
      for (const [condition, names] of this.#of(hints.element))
        for (const name of names) {
          const key = `${condition} ${name}`;
          this.#shares.set(key, (this.#shares.get(key) ?? 0) + weight);
        }
    }
  }

  /** The names around a span that its page does not use for the article. */
  hits({ element }: Hints): NameHits {
    const found = this.#of(element);
    if (found.size === 0) return NO_HITS;
    let hits = this.#hits.get(found);
    if (hits === undefined) {
      hits = this.#heard(found);
      this.#hits.set(found, hits);
    }
    return hits;
  }

  #heard(found: Found): NameHits {
    const hits = new Map<number, string>();
    for (const [condition, names] of found) {
      const { min = 0, max = 1 } = this.matcher.shareOf(condition);
      const heard = names.find((name) => {
        const share = this.#shares.get(`${condition} ${name}`) ?? 0;
        return share >= min && share <= max;
      });
      if (heard !== undefined) hits.set(condition, heard);
    }
    return hits;
  }

  /** From the outermost element in; elements are kept, so that each is looked at once. */
  #of(element: PageElement): Found {
    const unknown: PageElement[] = [];
    let at: PageElement | null = element;
    let found: Found | undefined;
    while (at !== null && found === undefined) {
      found = this.#found.get(at);
      if (found === undefined) {
        unknown.push(at);
        at = at.parent;
      }
    }
    let known = found ?? NONE;
    for (const one of unknown.reverse()) {
      known = this.#with(one, known);
      this.#found.set(one, known);
    }
    return known;
  }

  #with(element: PageElement, around: Found): Found {
    if (element.block && element.start <= this.headline && this.headline < element.end) return around;
    let own: Map<number, readonly string[]> | null = null;
    for (const [condition, name] of this.matcher.own(element)) {
      const names: readonly string[] = (own ?? around).get(condition) ?? [];
      if (names.includes(name)) continue;
      own ??= new Map(around);
      own.set(condition, [...names, name]);
    }
    return own ?? around;
  }
}
