/** Which inputs and documents are done: what the loop over them asks and tells, and where a stopped run goes on. */
import type { InputError } from "../../errors.js";
import type { InputFile } from "../../input/inputFile.js";
import type { Destination } from "../destination.js";
import { type Mark, START } from "./mark.js";

export interface Checkpoint {
  /** What an earlier run has done. */
  readonly earlier: Mark;
  /**
   * The next input, in the order in which they are found. How many of its documents and failures an earlier run has
   * done, which are to be read over; null when that was all. Throws ResumeError for an input that is another now.
   */
  begin(input: InputFile | InputError): number | null;
  /** No input follows. Throws ResumeError when an earlier run found more. */
  inputsEnd(): void;
  /** The results of this are written. Throws OutputError when a mark could not be. */
  documentDone(conditionHeld: boolean): void;
  failureDone(): void;
  /** The input that was begun first and is not done yet; whether as a whole it failed. */
  inputDone(failed: boolean): void;
  /** Where the results go, whose marks are to be kept. */
  follow(destination: Destination): void;
  /** All is done: puts the last results in their place. */
  finish(destination: Destination): Promise<void>;
  /** The run broke off; a later one can go on. */
  stop(): void;
}

/** Of a run that begins at the start and leaves nothing to go on with. */
export const NO_CHECKPOINT: Checkpoint = {
  earlier: START,
  begin: () => 0,
  inputsEnd: () => {},
  documentDone: () => {},
  failureDone: () => {},
  inputDone: () => {},
  follow: () => {},
  finish: (destination) => destination.finish(),
  stop: () => {},
};
