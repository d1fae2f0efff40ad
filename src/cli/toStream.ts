/** Records to standard output. */
import type { Destination } from "./destination.js";
import { type FormatterMaker, OneText } from "./oneText.js";
import type { Printer } from "./printer.js";

export function toStream(printer: Printer, formatter: FormatterMaker): Destination {
  return new OneText(formatter, {
    write: (text) => printer.writeForeign(text),
    finish: async () => {},
    discard: () => {},
    stop: () => {},
    settled: () => {},
    unsynced: () => [],
  });
}
