/** All records one after the other in one text, wherever it goes. */
import type { Formatter } from "../output/formatter.js";
import type { Destination, RecordSink, RecordText } from "./destination.js";
import type { TextMark } from "./resume/mark.js";

/** Writes text and has an end. */
export interface TextTarget {
  write(text: RecordText): Promise<void>;
  finish(anyRecords: boolean): Promise<void>;
  /** Leaves nothing behind. */
  discard(): void;
  /** Leaves behind what can be gone on with. */
  stop(): void;
  /** As Destination has it; with the path and the bytes there. */
  settled(then: (file: string, bytes: number) => void): void;
  unsynced(): readonly string[];
}

/** What a file holds is known with its first record, when no name tells. */
export type FormatterMaker = (contained: boolean) => Formatter;

export class OneText implements Destination {
  #count: number;
  #contained: boolean;
  #formatter: Formatter | null = null;

  /** `from` is what an earlier run has written. */
  constructor(
    private readonly makeFormatter: FormatterMaker,
    private readonly target: TextTarget,
    from: TextMark | null = null,
  ) {
    this.#count = from?.records ?? 0;
    this.#contained = from?.contained ?? false;
    if (from !== null) this.#formatter = makeFormatter(from.contained);
  }

  survives(): boolean {
    return false;
  }

  place(): RecordSink {
    return {
      write: (record, contained) => this.#write(record, contained),
      finish: async () => {},
      discard: () => {},
    };
  }

  pass(): void {}

  async #write(record: RecordText, contained: boolean): Promise<void> {
    if (this.#count === 0) this.#contained = contained;
    this.#formatter ??= this.makeFormatter(contained);
    const { begin, between } = this.#formatter;
    await this.target.write(joined(this.#count === 0 ? begin : between, record));
    this.#count++;
  }

  settled(then: (text: TextMark | null) => void): void {
    const [records, contained] = [this.#count, this.#contained];
    if (records === 0) then(null);
    else this.target.settled((file, bytes) => then({ file, records, contained, bytes }));
  }

  unsynced(): readonly string[] {
    return this.target.unsynced();
  }

  async finish(): Promise<void> {
    const formatter = this.#formatter ?? this.makeFormatter(false);
    const begin = this.#count === 0 ? formatter.begin : "";
    const rest = begin + formatter.end(this.#count);
    if (rest !== "") await this.target.write(rest);
    await this.target.finish(this.#count > 0);
  }

  discard(): void {
    this.target.discard();
  }

  stop(): void {
    this.target.stop();
  }
}

/** One write, so that who reads along gets a record at a time. */
function joined(before: string, record: RecordText): RecordText {
  if (before === "") return record;
  return typeof record === "string" ? before + record : Buffer.concat([Buffer.from(before), record]);
}
