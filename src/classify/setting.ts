/**
 * How the text of a page is set: templates give all paragraphs of an article the same elements and classes, and what
 * they put between and behind them, others.
 */
import type { PageElement } from "../model.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** The commonest settings that hold so much of a body's mass are the body's own; parts made by another hand are smaller. */
const OWN_SHARE = 0.8;

/** The element that begins the block of a span of a page. */
export const holderOf = (span: SpanState | undefined): PageElement | null =>
  span?.markup?.hints.holder ?? null;

/** Elements that are set alike have the same number: same tags and classes, and the same around them. */
export class Settings {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<PageElement | null, number>([[null, 0]]);

  of(element: PageElement | null): number {
    const known = this.#known.get(element);
    if (known !== undefined || element === null) return known ?? 0;
    const around = this.of(element.parent);
    const number = element.block
      ? this.#number(`${around} ${element.tag} ${plainNames(element.classes)}`)
      : around;
    this.#known.set(element, number);
    return number;
  }

  /** Of the element alone, whatever is around it; 0 without a class. */
  aloneOf({ tag, classes }: PageElement): number {
    const names = plainNames(classes);
    return names === "" ? 0 : this.#number(`${tag} ${names}`);
  }

  #number(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Names with digits are often one element's own: "post-1234", "col_3". */
const plainNames = (classes: string): string =>
  classes
    .split(/\s+/)
    .filter((name) => name !== "" && !/\d/.test(name))
    .sort()
    .join(" ");

/** The settings that hold most of the body; one that is found only behind the others is not its own. */
export function ownSettings(spans: readonly SpanState[], region: Region, settings: Settings): Set<number> {
  const uses = new Map<number, { mass: number; first: number; last: number }>();
  for (let i = region.start; i < region.end; i++) {
    const span = spans[i];
    if (span === undefined || span.score <= 0) continue;
    const setting = settings.of(holderOf(span));
    const use = uses.get(setting) ?? { mass: 0, first: i, last: i };
    use.mass += span.score;
    use.last = i;
    uses.set(setting, use);
  }
  const own = new Set<number>();
  let sum = 0;
  let last = region.end;
  for (const [setting, use] of [...uses].sort((a, b) => b[1].mass - a[1].mass)) {
    if (sum >= OWN_SHARE * region.mass) break;
    sum += use.mass;
    if (use.first > last) continue;
    last = own.size === 0 ? use.last : Math.max(last, use.last);
    own.add(setting);
  }
  return own;
}
