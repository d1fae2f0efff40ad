/**
 * A span while it is classified: what was measured, what is known so far, and how it came to be known. It is what rules
 * see, both the subject and its surroundings, so that no object is made to ask a rule.
 */
import type { Measures } from "../features/measures.js";
import type { Decision, Evidence, Label, LabelledSpan, Layout, Pass, Span, SpanForm } from "../model.js";
import type { CompiledRule } from "../rules/compile.js";
import type { Markup } from "../rules/markup-tests.js";
import type { Mark, Place, Position, Role } from "../rules/rule.js";
import type { Subject, Surroundings } from "../rules/subject.js";
import type { Relatives } from "./relatives.js";
import type { Echoes } from "./repeats.js";

/** Longer texts are compared as they are: only lines are printed in more than one case. */
const LONGEST_FOLDED = 80;
const NO_EVIDENCE: readonly Evidence[] = [];
const NO_DECISIONS: readonly Decision[] = [];
const NO_MARKS: readonly Mark[] = [];

export class SpanState implements Subject, Surroundings, LabelledSpan {
  readonly text: string;
  readonly form: SpanForm;
  /** What equal texts have in common. */
  readonly key: string;
  label: Label = "other";
  marks: readonly Mark[] = NO_MARKS;
  place: Place = "nowhere";
  role: Role | null = null;
  /** What spoke for its role, where that was weighed. */
  clues: readonly Evidence[] = NO_EVIDENCE;
  position: Position = "between";
  previous: Label | null = null;
  next: Label | null = null;
  "previous-rule": string | null = null;
  /** How often the document holds this text, at least 1. */
  repeats = 1;
  /** What the span adds to a body that it stands in; below 0 for what does not belong. */
  score = 0;
  "section-prose" = 0;
  "section-share" = 0;
  "region-before" = 0;
  /** Id of the rule that gave the label. */
  rule = "";
  decisions: readonly Decision[] = NO_DECISIONS;
  /** null for a text without markup. */
  markup: Markup | null = null;

  constructor(
    readonly span: Span,
    /** Index of its block. */
    readonly block: number,
    readonly measures: Measures,
    readonly layout: Layout,
    readonly echoing: Echoes,
    readonly relatives: Relatives,
  ) {
    this.text = span.text;
    this.form = span.form;
    this.key = span.text.length <= LONGEST_FOLDED ? span.text.toLowerCase() : span.text;
  }

  get echoes(): readonly Label[] {
    return this.echoing.of(this.key);
  }

  get kinship(): number {
    return this.relatives.kinshipOf(this);
  }

  /** Takes the label of a rule; keeps why when it is to be explained. */
  decide(pass: Pass, compiled: CompiledRule, explained: boolean): void {
    const { rule, test } = compiled;
    if (pass === "context-free" && !explained) this.decisions = plainDecision(compiled);
    else {
      const before = this.decisions.length === 0 ? null : this.label;
      const clues = rule.when.role === undefined ? NO_EVIDENCE : this.clues;
      const evidence = explained ? [...test.evidence(this, this), ...clues] : NO_EVIDENCE;
      this.decisions = [...this.decisions, { pass, rule: rule.id, before, after: rule.label, evidence }];
    }
    this.label = rule.label;
    this.rule = rule.id;
    if (rule.marks !== undefined) this.marks = rule.marks;
  }
}

const plainDecisions = new WeakMap<CompiledRule, readonly Decision[]>();

/** What a context-free rule decides without evidence is the same for all spans. */
function plainDecision(compiled: CompiledRule): readonly Decision[] {
  let decision = plainDecisions.get(compiled);
  if (decision === undefined) {
    const { id, label } = compiled.rule;
    decision = [{ pass: "context-free", rule: id, before: null, after: label, evidence: NO_EVIDENCE }];
    plainDecisions.set(compiled, decision);
  }
  return decision;
}
