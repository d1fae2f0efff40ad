/** A span while it is classified: what was measured, what is known so far, and how it came to be known. */
import type { Measures } from "../features/measures.js";
import type { Decision, Label, Pass, Span, SpanForm } from "../model.js";
import type { CompiledRule, Subject, Surroundings } from "../rules/compile.js";
import type { Mark, Place, Role } from "../rules/rule.js";

export class SpanState implements Subject {
  readonly text: string;
  readonly form: SpanForm;
  label: Label = "other";
  marks: readonly Mark[] = [];
  place: Place = "nowhere";
  role: Role | null = null;
  /** How often the document holds this text, at least 1. */
  repeats = 1;
  echoes: readonly Label[] = [];
  /** What the span adds to a body that it stands in; below 0 for what does not belong. */
  score = 0;
  readonly decisions: Decision[] = [];

  constructor(
    readonly span: Span,
    /** Index of its block. */
    readonly block: number,
    readonly measures: Measures,
    /** A blank line stands before it. */
  ) {
    this.text = span.text;
    this.form = span.form;
  }

  /** Takes the label of a rule and keeps why. */
  decide(pass: Pass, { rule, test }: CompiledRule, around: Surroundings): void {
    const before = this.decisions.length === 0 ? null : this.label;
    const evidence = test.evidence(this, around);
    this.decisions.push({ pass, rule: rule.id, before, after: rule.label, evidence });
    this.label = rule.label;
    if (rule.marks !== undefined) this.marks = rule.marks;
  }
}
