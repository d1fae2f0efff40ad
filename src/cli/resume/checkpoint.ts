/** Which inputs and documents are done: what the loop over them asks and tells, and where a stopped run goes on. */
import type { InputError } from "../../errors.js";
import type { InputFile } from "../../input/inputFile.js";
import type { ReadingPoint } from "../../model.js";
import type { Destination } from "../destination.js";
import { type ItemPoint, type Mark, START } from "./mark.js";

/** Of an input. */
export interface Done {
  /** Its documents and failures that are to be read over. */
  readonly items: number;
  /** Where it may be read from, and how many of these stand before that. */
  readonly point: ItemPoint | null;
}

export const NOTHING_DONE: Done = { items: 0, point: null };

export interface Checkpoint {
  /** What an earlier run has done. */
  readonly earlier: Mark;
  /**
   * The next input, in the order in which they are found. What an earlier run has done of it; null when that was all.
   * Throws ResumeError for an input that is another now.
   */
  begin(input: InputFile | InputError): Done | null;
  /** No input follows. Throws ResumeError when an earlier run found more. */
  inputsEnd(): void;
  /** The results of this are written. Throws OutputError when a mark could not be. */
  documentDone(conditionHeld: boolean, point: ReadingPoint | null): void;
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
  begin: () => NOTHING_DONE,
  inputsEnd: () => {},
  documentDone: () => {},
  failureDone: () => {},
  inputDone: () => {},
  follow: () => {},
  finish: (destination) => destination.finish(),
  stop: () => {},
};
