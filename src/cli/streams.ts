/** All that the command line touches of the world outside; bin/bodycopy.js fills it from `process`. */
import type { Readable, Writable } from "node:stream";

export interface OutputStream extends Writable {
  /** Whether people read it as it is written. */
  readonly isTTY?: boolean;
}

export interface Streams {
  /** Read only when a document comes from it, so it may be a getter. */
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Results alone. */
  readonly stdout: OutputStream;
  /** Everything that is meant for people. */
  readonly stderr: OutputStream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the run is to end at once; what must not be left behind is removed before abort() returns. */
  readonly interrupted: AbortSignal;
}
