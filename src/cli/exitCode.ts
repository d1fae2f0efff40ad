/** How a run ended, as the shell sees it. An interrupted run ends with 130 or 143 (bin/bodycopy.js). */
export const EXIT = {
  /** All is done. */
  done: 0,
  /** Some input could not be read or some output could not be written; the others are done. */
  failed: 1,
  /** Wrong usage, a bad rule file, or --resume of a run that was another one; nothing was read. */
  usage: 2,
  /** A --fail-on condition held. An input that could not be read weighs more, since its condition is unknown. */
  condition: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
