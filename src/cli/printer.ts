/** Writes to a stream at the reader's pace. */
import { visible } from "../output/visible.js";
import { OutputError } from "./outputError.js";
import type { OutputStream } from "./streams.js";

export class Printer {
  readonly #stream: OutputStream;
  #failure: Error | null = null;

  constructor(stream: OutputStream) {
    this.#stream = stream;
    // A stream whose error nobody listens to ends the whole program.
    stream.on("error", (error: Error) => {
      this.#failure ??= error;
    });
  }

  /** Writes text of unknown origin; a terminal gets no control characters from it. */
  writeForeign(text: string | Uint8Array): Promise<void> {
    if (this.#stream.isTTY !== true) return this.write(text);
    return this.write(visible(typeof text === "string" ? text : Buffer.from(text).toString("utf8")));
  }

  /** Resolves when the stream has taken the text; rejects with an OutputError. */
  write(text: string | Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(OutputError.from(null, this.#failure));
      this.#stream.write(text, (error) => (error ? reject(OutputError.from(null, error)) : resolve()));
    });
  }
}
