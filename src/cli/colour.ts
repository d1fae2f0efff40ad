/** Whether and how to colour. */
import { Chalk, type ChalkInstance } from "chalk";
import type { OutputStream } from "./streams.js";

/** --color and --no-color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal that can. */
export function wantsColour(
  choice: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  stream: OutputStream,
): boolean {
  if (choice !== undefined) return choice;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** The sixteen colours of every terminal are enough. */
export const painter = (colour: boolean): ChalkInstance => new Chalk({ level: colour ? 1 : 0 });
