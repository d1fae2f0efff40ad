/** Where records go, as those see it who have records: standard output, one file, or a folder with a file for each input. */
import type { OutputError } from "./outputError.js";
import type { TextMark } from "./resume/mark.js";

/** A record as its format prints it, in UTF-8 where it is bytes. */
export type RecordText = string | Uint8Array;

/** Takes the records of one input. */
export interface RecordSink {
  /** `contained`: it is one of a file that may hold many. */
  write(record: RecordText, contained: boolean): Promise<void>;
  /** All records of the input were written. */
  finish(): Promise<void>;
  /** The input broke off: what is not out yet does not go out. */
  discard(): void;
}

export interface Destination {
  /** Whether the other results can still be written when one could not for this reason. */
  survives(error: OutputError): boolean;
  /**
   * A place for the records of an input; null when they are there already. Places may be asked for ahead, in the order
   * in which they are written to later. Throws OutputError.
   */
  place(input: string | null): RecordSink | null;
  /** The records of an input are in their place: an earlier run has written them. */
  pass(input: string | null): void;
  /**
   * Calls back as soon as everything that was written so far stands in the file in the making and writing could go on
   * behind it; never when more has to be written first. null: there is no such file.
   */
  settled(then: (text: TextMark | null) => void): void;
  /** Files that were written to since this was last asked for; where they are now. */
  unsynced(): readonly string[];
  /** The run is over. */
  finish(): Promise<void>;
  /** The run broke off: only what a later one can go on with is left behind. */
  stop(): void;
}
