/** What is neither content nor in a field, each text once: nothing of a document vanishes. */
import { type Label, type LabelledSpan, NOISE_LABELS, type Noise } from "../model.js";
import { addressesIn } from "./addresses.js";

/** Fields' labels whose spans no field holds. */
const UNUSED_FIELDS: readonly Label[] = ["locale", "genre", "caption"];
const NOISE = new Set<Label>([...NOISE_LABELS, ...UNUSED_FIELDS]);

/** A link whose addresses the record has is no noise. */
function isCarried({ span, label }: LabelledSpan, carried: ReadonlySet<string>): boolean {
  if (label !== "link" && label !== "related") return false;
  const addresses = addressesIn(span.text);
  return addresses.length > 0 && addresses.every((address) => carried.has(address));
}

interface Group extends Noise {
  count: number;
  readonly lines: number[];
}

/** Groups by label and text, in the order of the first occurrence. `carried` holds the addresses of the record's fields. */
export function noiseOf(spans: readonly LabelledSpan[], carried: ReadonlySet<string>): Noise[] {
  const groups: Group[] = [];
  const byText = new Map<Label, Map<string, Group>>();
  for (const labelled of spans) {
    const { label, rule, span } = labelled;
    if (!NOISE.has(label) || isCarried(labelled, carried)) continue;
    const same = byText.get(label) ?? new Map<string, Group>();
    byText.set(label, same);
    const group = same.get(span.text);
    if (group === undefined) {
      const made = { label, text: span.text, count: 1, lines: [span.lines[0]], rule };
      same.set(span.text, made);
      groups.push(made);
    } else {
      group.count++;
      group.lines.push(span.lines[0]);
    }
  }
  return groups;
}
