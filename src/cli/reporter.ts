/** What is told to people while a run goes on. */
import { message } from "./message.js";
import type { Printer } from "./printer.js";
import type { Progress } from "./progress.js";

export class Reporter {
  #failures = 0;

  constructor(
    private readonly stderr: Printer,
    private readonly progress: Pick<Progress, "clear">,
  ) {}

  /** Inputs that gave no result. */
  get failures(): number {
    return this.#failures;
  }

  /** So many failures were told by the run that this one goes on with. */
  goOn(failures: number): void {
    this.#failures += failures;
  }

  /** The input failed; the run goes on. */
  fail(error: unknown, input?: string): void {
    this.#failures++;
    this.note(message(error, input));
  }

  /** The text must be safe to show. */
  note(text: string): void {
    this.progress.clear();
    // Who closed stderr does not want to read it.
    this.stderr.write(`${text}\n`).catch(() => {});
  }
}
