/** The whole partition as the record shows it. */
import type { BlockRecord, LabelledBlock } from "../model.js";

export function blockRecords(blocks: readonly LabelledBlock[]): BlockRecord[] {
  return blocks.map(({ lines, label, rule, spans }) => ({
    lines,
    label,
    rule,
    text: spans.map(({ span }) => span.text).join(" "),
  }));
}
