/**
 * Blocks -> labelled blocks, in passes: context-free rules name what a span is by itself; repetition, the metadata
 * zones, the title and the body region say where it stands; contextual rules then name what it is there.
 */
import { DocumentWords } from "../features/document-words.js";
import { measure } from "../features/measures.js";
import type { Classification, LabelledBlock, Segmentation } from "../model.js";
import type { CompiledRule, RuleSet } from "../rules/compile.js";
import { isProse } from "./adjacency.js";
import { findBody } from "./body.js";
import { confidenceOf } from "./confidence.js";
import { readMarkup } from "./markup.js";
import { findPageBody } from "./pageBody.js";
import { Relatives } from "./relatives.js";
import { countRepeats, Echoes } from "./repeats.js";
import { findSections } from "./sections.js";
import { SpanState } from "./span-state.js";
import { findStandfirst } from "./standfirst.js";
import { findTeasers } from "./teasers.js";
import { findTitle } from "./title.js";
import { findTwins } from "./twins.js";
import { findZones, type Zones } from "./zones.js";

export interface ClassifyOptions {
  /** Keep the evidence of every decision; without it only the rules are known, which is faster. */
  readonly explained?: boolean;
}

export function classify(
  segmentation: Segmentation,
  rules: RuleSet,
  { explained = false }: ClassifyOptions = {},
): Classification {
  const { layout, lineCount } = segmentation;
  const echoes = new Echoes();
  const words = new DocumentWords();
  const relatives = new Relatives(words);
  const spans = measureSpans(segmentation, rules, words, echoes, relatives);
  readMarkup(spans, rules.names);
  labelContextFree(spans, rules, explained);
  countRepeats(spans);
  const zones = layout === "micro" ? findZones(spans) : { head: 0, tail: spans.length };
  const title = findTitle(spans, zones);
  findTwins(spans);
  const body = layout === "html" ? findPageBody(spans) : findBody(spans, words, zones, title);
  findStandfirst(spans, zones, body);
  findTeasers(spans);
  place(spans, zones, body);
  findSections(spans, body);
  relatives.settle(spans.slice(body.start, body.end).filter(isProse));
  labelContextual(spans, rules, echoes, explained);
  return {
    layout,
    lineCount,
    blocks: labelledBlocks(spans, segmentation),
    confidence: confidenceOf(spans, body),
    ...(segmentation.page === undefined ? {} : { page: segmentation.page }),
  };
}

function measureSpans(
  { blocks, layout }: Segmentation,
  rules: RuleSet,
  words: DocumentWords,
  echoes: Echoes,
  relatives: Relatives,
): SpanState[] {
  const spans: SpanState[] = [];
  for (let i = 0; i < blocks.length; i++) {
    for (const span of blocks[i]?.spans ?? []) {
      const measures = measure(span.text, words);
      spans.push(new SpanState(span, i, measures, layout, echoes, relatives));
    }
  }
  words.countFunctionWords(spans, TELLING);
  rules.matcher.find(spans, words);
  const [first] = spans;
  const last = spans.at(-1);
  if (last !== undefined) last.position = "last";
  if (first !== undefined) first.position = "first";
  return spans;
}

/** Characters of a text that is long enough to tell a language by. */
const TELLING = 40;

function labelContextFree(spans: readonly SpanState[], rules: RuleSet, explained: boolean): void {
  for (const span of spans) {
    const rule = rules.contextFree.first(span, span);
    if (rule !== undefined) span.decide("context-free", rule, explained);
  }
}

function labelContextual(
  spans: readonly SpanState[],
  rules: RuleSet,
  echoes: Echoes,
  explained: boolean,
): void {
  for (const span of spans) if (span.label === "keywords") echoes.add(span);
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined) break;
    const before = spans[i - 1];
    span.previous = before?.label ?? null;
    span["previous-rule"] = before?.rule ?? null;
    span.next = spans[i + 1]?.label ?? null;
    const rule = rules.contextual.first(span, span);
    if (rule !== undefined && rule.rule.label !== span.label) span.decide(passOf(rule), rule, explained);
    echoes.add(span);
  }
}

/** The pass that a contextual rule belongs to, by what it asks for. */
function passOf({ rule }: CompiledRule): "repetition" | "region" | "contextual" {
  if (rule.when.repeats !== undefined || rule.when.echoes !== undefined) return "repetition";
  return rule.when.place !== undefined || rule.when.role !== undefined ? "region" : "contextual";
}

function place(spans: readonly SpanState[], zones: Zones, body: { start: number; end: number }): void {
  const none = body.end <= body.start;
  spans.forEach((span, i) => {
    if (i < zones.head) span.place = "head";
    else if (i >= zones.tail) span.place = "tail";
    else if (none) span.place = "nowhere";
    else span.place = i < body.start ? "before" : i < body.end ? "inside" : "after";
  });
}

/** The spans are in the order of the blocks, each of which has one at least. */
function labelledBlocks(spans: readonly SpanState[], { blocks }: Segmentation): LabelledBlock[] {
  let at = 0;
  return blocks.map(({ lines, spans: { length } }) => {
    const own = spans.slice(at, at + length);
    at += length;
    const main = own.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    return { lines, label: main.label, rule: main.rule, spans: own };
  });
}
