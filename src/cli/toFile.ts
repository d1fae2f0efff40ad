/** Records to one file, compressed or not. */
import { AtomicFile, type FileContext } from "./atomicFile.js";
import { GzipMembers } from "./gzipMembers.js";
import { type FormatterMaker, OneText, type TextTarget } from "./oneText.js";
import type { TextMark } from "./resume/mark.js";

export interface FileOptions {
  /** Makes the formatter of one file. */
  readonly formatter: FormatterMaker;
  readonly gzip: boolean;
  readonly context: FileContext;
  /** Files in the making outlast the run. */
  readonly resume: boolean;
  /** What an earlier run has written of one. */
  readonly from: TextMark | null;
}

/** Throws OutputError when the file cannot be made, before anything is read. */
export function toFile(path: string, { formatter, gzip, context, resume, from }: FileOptions): OneText {
  const file = new AtomicFile(path, context, resume ? (from?.bytes ?? 0) : null);
  const members = gzip ? new GzipMembers((member) => file.write(member), (from?.bytes ?? 0) > 0) : null;
  const target: TextTarget = {
    write: async (text) => (members === null ? file.write(text) : members.write(text)),
    async finish(anyRecords) {
      // A run that read nothing leaves the file of an earlier run as it was.
      if (!anyRecords) return file.discard();
      await members?.end();
      file.commit();
    },
    discard: file.discard,
    stop: () => file.stop(),
    settled(then) {
      const tell = (): void => then(path, file.bytes);
      if (members === null) tell();
      // Who writes next is told of an error.
      else members.settled()?.then(tell, () => {});
    },
    unsynced: () => [file.place],
  };
  return new OneText(formatter, target, from);
}
