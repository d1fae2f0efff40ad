/** Gives the spans of a page what its markup tells of them. */
import { HAS_MARKUP } from "../features/measures.js";
import { forEachWord } from "../features/words.js";
import type { Span } from "../model.js";
import { type NameMatcher, PageNames } from "../rules/names.js";
import type { SpanState } from "./span-state.js";

/** Does nothing for a text. */
export function readMarkup(spans: readonly SpanState[], names: NameMatcher): void {
  if (!spans.some(({ span }) => span.hints !== undefined)) return;
  const marked = spans.flatMap(({ span: { hints }, text }) =>
    hints === undefined ? [] : [{ hints, weight: text.length * (1 - hints.linkDensity) }],
  );
  const whole = marked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const headline = mainHeading(spans);
  const page = new PageNames(
    names,
    headline,
    marked.map(({ hints, weight }) => ({ hints, weight: weight / whole })),
  );
  for (const state of spans) {
    const { hints } = state.span;
    if (hints === undefined) continue;
    state.markup = { hints, names: page.hits(hints) };
    state.measures.has |= HAS_MARKUP;
  }
}

/** A line says the title when nearly all of its words are the title's, and there are some. */
const SAID_SHARE = 0.8;
const SAID_WORDS = 3;
/** A later line must say so much more than an earlier one: sections have the title's words in their headings. */
const CLEARLY = 1.3;
/** Longer lines are no headlines. */
const MOST_WORDS = 40;
/** Worth of the first level, in shares of the title. */
const FIRST_LEVEL = 0.5;

/**
 * Index of the block that the article's title stands in: the one that says most of the page's title, headings of the first
 * level before others, and the earlier of two; without one the first heading of the first level; -1 without any.
 */
export function mainHeading(spans: readonly SpanState[]): number {
  const shown = headingAmong(spans, (span) => !isAside(span) && span.hints?.element.hidden !== true);
  // Some pages hide all that they hold until their scripts have run.
  return shown === -1 ? headingAmong(spans, (span) => !isAside(span)) : shown;
}

function headingAmong(spans: readonly SpanState[], may: (span: Span) => boolean): number {
  const title = spans.find(({ span }) => span.hints?.holder.tag === "title");
  const words = new Set<number>();
  forEachWord(title?.text ?? "", (hash) => words.add(hash));
  let best = -1;
  let most = 0;
  spans.forEach(({ span, text, measures, label }, i) => {
    const level = span.hints?.headingLevel ?? 0;
    const isLine = measures.words >= SAID_WORDS && measures.words <= MOST_WORDS && span.form === "text";
    if ((level !== 1 && !isLine) || label === "navigation" || span === title?.span) return;
    let own = 0;
    let said = 0;
    forEachWord(text, (hash) => {
      own++;
      if (words.has(hash)) said++;
    });
    const says = said >= SAID_WORDS && said >= SAID_SHARE * own;
    if ((!says && level !== 1) || !may(span)) return;
    const points = (says ? said / words.size : 0) + (level === 1 ? FIRST_LEVEL : 0);
    if (points > most * CLEARLY) {
      best = i;
      most = points;
    }
  });
  return best;
}

/** Elements whose headings are never the article's. */
const ASIDE: ReadonlySet<string> = new Set(["nav", "aside", "footer", "button", "dialog"]);

function isAside({ hints }: Span): boolean {
  for (let at = hints?.element ?? null; at !== null; at = at.parent) if (ASIDE.has(at.tag)) return true;
  return false;
}
