/** What a run has done so far, counted once for all who tell of it. */
import type { FailCondition } from "./settings.js";

export class Tally {
  documents = 0;
  /** Of the documents' texts in UTF-8. */
  bytes = 0;
  /** Inputs and records that gave no result. */
  errors = 0;
  /** Documents for which a condition of --fail-on held. */
  readonly held = new Map<FailCondition, number>();
  /** Bytes of the inputs as they are stored: of those that were found, those done, those that an earlier run did. */
  found = 0;
  read = 0;
  passed = 0;
  /** Whether `found` is all that there is. */
  isAllFound = false;

  document(bytes: number, held: readonly FailCondition[]): void {
    this.documents++;
    this.bytes += bytes;
    for (const condition of held) this.held.set(condition, (this.held.get(condition) ?? 0) + 1);
  }

  /** Of the stored bytes that this run has to do, 0 to 1; null when not all of them are known. */
  get share(): number | null {
    const all = this.found - this.passed;
    return this.isAllFound && all > 0 ? Math.min(1, this.read / all) : null;
  }
}
