/** The checkpoint of a run, as its options ask for it. */
import { existsSync, rmSync } from "node:fs";
import { UsageError } from "../../errors.js";
import { visibleLine } from "../../output/visible.js";
import { counted } from "../counted.js";
import { makeFolderOf } from "../makeFolder.js";
import type { Settings } from "../settings.js";
import type { Streams } from "../streams.js";
import { type Checkpoint, NO_CHECKPOINT } from "./checkpoint.js";
import { identityOf } from "./identity.js";
import { notTwice } from "./inputState.js";
import { Journal } from "./journal.js";
import { START } from "./mark.js";
import { isThere, journalPlace } from "./places.js";

const STDIN = "-";

/**
 * Goes on with the run that was stopped, when there is one. `note` tells people. Throws UsageError where nothing could be
 * gone on with, ResumeError when the run that was stopped was another one, OutputError when no journal can be kept.
 */
export function openCheckpoint(
  paths: readonly string[],
  settings: Settings,
  { cwd, interrupted }: Pick<Streams, "cwd" | "interrupted">,
  note: (text: string) => void,
): Checkpoint {
  const path = journalPlace(settings, paths, cwd);
  if (!settings.resume) return afresh(path, note);
  if (paths.length === 0 || paths.includes(STDIN)) throw notTwice("standard input");
  if (path === null) {
    throw new UsageError(
      "--resume",
      `with --output ${settings.output ?? STDIN}`,
      "a folder or a file to write to",
    );
  }
  if (settings.outDir !== null) makeFolderOf(path, cwd);
  const run = identityOf(paths, settings, cwd);
  const journal = new Journal({
    path,
    run,
    fits: ({ text }) => text === null || isThere(text, cwd),
    stopped: (documents) =>
      note(`stopped after ${counted(documents, "document")}; the same command goes on from there`),
  });
  if (journal.earlier !== START && !settings.quiet) {
    note(`going on after ${counted(journal.earlier.documents, "document")} of the run that was stopped`);
  }
  interrupted.addEventListener("abort", () => journal.stop());
  return journal;
}

/** A run from the start, after which nobody can go on with an earlier one. */
function afresh(path: string | null, note: (text: string) => void): Checkpoint {
  if (path === null || !existsSync(path)) return NO_CHECKPOINT;
  note(`${visibleLine(path)}: a run that was stopped could go on with --resume; this one begins anew`);
  return {
    ...NO_CHECKPOINT,
    async finish(destination) {
      await destination.finish();
      rmSync(path, { force: true });
    },
  };
}
