/**
 * Blocks -> labelled blocks, in passes: context-free rules name what a span is by itself; repetition, the metadata
 * zones, the title and the body region say where it stands; contextual rules then name what it is there.
 */
import { mainLanguage } from "../features/language.js";
import { measure } from "../features/measures.js";
import type { Classification, LabelledBlock, LabelledSpan, Layout, Segmentation } from "../model.js";
import type { CompiledRule, RuleSet, Surroundings } from "../rules/compile.js";
import { findBody } from "./body.js";
import { confidenceOf } from "./confidence.js";
import { countRepeats, Echoes } from "./repeats.js";
import { SpanState } from "./span-state.js";
import { findTitle } from "./title.js";
import { findZones, type Zones } from "./zones.js";

export function classify(segmentation: Segmentation, rules: RuleSet): Classification {
  const { layout, lineCount, blocks } = segmentation;
  const spans = measureSpans(segmentation, rules);
  labelContextFree(spans, rules, layout);
  countRepeats(spans);
  const zones = layout === "micro" ? findZones(spans) : { head: 0, tail: spans.length };
  const title = findTitle(spans, zones);
  const body = findBody(spans, zones, title);
  place(spans, zones, body);
  labelContextual(spans, rules, layout);
  return {
    layout,
    lineCount,
    blocks: labelledBlocks(blocks.length, spans, segmentation),
    confidence: confidenceOf(spans, body),
  };
}

function measureSpans({ blocks }: Segmentation, rules: RuleSet): SpanState[] {
  const texts = blocks.flatMap((block) => block.spans.map((span) => span.text));
  const language = mainLanguage(longestFirst(texts));
  return blocks.flatMap((block, i) =>
    block.spans.map((span) => new SpanState(span, i, measure(span.text, rules.matcher, language))),
  );
}

/** Texts that are long enough to tell a language by. */
const TELLING = 40;

function longestFirst(texts: readonly string[]): string[] {
  return texts.filter((text) => text.length >= TELLING).sort((a, b) => b.length - a.length);
}

function labelContextFree(spans: readonly SpanState[], rules: RuleSet, layout: Layout): void {
  spans.forEach((span, i) => {
    const around: Surroundings = { ...surroundingsOf(span, layout), position: positionOf(i, spans.length) };
    const rule = rules.contextFree.find(({ test }) => test.holds(span, around));
    if (rule !== undefined) span.decide("context-free", rule, around);
  });
}

function labelContextual(spans: readonly SpanState[], rules: RuleSet, layout: Layout): void {
  const echoes = new Echoes();
  for (const span of spans) if (span.label === "keywords") echoes.add(span);
  spans.forEach((span, i) => {
    span.echoes = echoes.of(span);
    const around: Surroundings = {
      ...surroundingsOf(span, layout),
      position: positionOf(i, spans.length),
      previous: spans[i - 1]?.label ?? null,
      next: spans[i + 1]?.label ?? null,
    };
    const rule = rules.contextual.find(({ test }) => test.holds(span, around));
    if (rule !== undefined && rule.rule.label !== span.label) span.decide(passOf(rule), rule, around);
    echoes.add(span);
  });
}

/** The pass that a contextual rule belongs to, by what it asks for. */
function passOf({ rule }: CompiledRule): "repetition" | "region" | "contextual" {
  if (rule.when.repeats !== undefined || rule.when.echoes !== undefined) return "repetition";
  return rule.when.place !== undefined || rule.when.role !== undefined ? "region" : "contextual";
}

function surroundingsOf(span: SpanState, layout: Layout): Surroundings {
  const { place, role, echoes, label, repeats } = span;
  return { layout, place, role, echoes, label, repeats, position: "between", previous: null, next: null };
}

function positionOf(index: number, count: number): "first" | "last" | "between" {
  return index === 0 ? "first" : index === count - 1 ? "last" : "between";
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

function labelledBlocks(
  count: number,
  spans: readonly SpanState[],
  { blocks }: Segmentation,
): LabelledBlock[] {
  const ofBlock: SpanState[][] = Array.from({ length: count }, () => []);
  for (const span of spans) ofBlock[span.block]?.push(span);
  return blocks.map(({ lines }, i) => {
    const own = ofBlock[i] ?? [];
    const main = own.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    return { lines, label: main.label, rule: ruleOf(main), spans: own.map(labelledSpan) };
  });
}

const ruleOf = (span: SpanState): string => span.decisions.at(-1)?.rule ?? "";

function labelledSpan(span: SpanState): LabelledSpan {
  return { span: span.span, label: span.label, rule: ruleOf(span), decisions: span.decisions };
}
