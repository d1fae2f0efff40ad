/** What a run came to, told at its end on stderr. */
import { amounts } from "./amounts.js";
import { counted } from "./counted.js";
import { duration } from "./duration.js";
import type { ExitCode } from "./exitCode.js";
import type { Mark } from "./resume/mark.js";
import type { FailCondition } from "./settings.js";
import type { Tally } from "./tally.js";

export const SUMMARY_FORMS = ["text", "json"] as const;
export type SummaryForm = (typeof SUMMARY_FORMS)[number];

export interface RunFacts {
  readonly seconds: number;
  readonly jobs: number;
  /** The conditions of --fail-on. */
  readonly failOn: readonly FailCondition[];
  readonly exitCode: ExitCode;
  /** What the run that this one goes on with had done. */
  readonly earlier: Pick<Mark, "documents" | "failures">;
}

/** One line without its end. */
export const summary = (form: SummaryForm, tally: Tally, facts: RunFacts): string =>
  form === "json" ? asJson(tally, facts) : asText(tally, facts);

function asText(tally: Tally, { seconds, failOn, earlier }: RunFacts): string {
  const conditions = failOn.map((condition) => `, ${condition}: ${tally.held.get(condition) ?? 0}`);
  const done = `${amounts(tally, seconds)}${conditions.join("")} in ${duration(seconds)}`;
  const { documents, failures } = earlier;
  if (documents + failures === 0) return done;
  const failed = failures === 0 ? "" : ` and ${counted(failures, "error")}`;
  return `${done}, after ${counted(documents, "document")}${failed} of the run that was stopped`;
}

function asJson({ documents, bytes, errors, held }: Tally, facts: RunFacts): string {
  const { seconds, jobs, failOn, exitCode, earlier } = facts;
  const conditions = Object.fromEntries(failOn.map((condition) => [condition, held.get(condition) ?? 0]));
  return JSON.stringify({
    documents,
    bytes,
    errors,
    conditions,
    seconds: Number(seconds.toFixed(3)),
    jobs,
    exitCode,
    earlier: { documents: earlier.documents, errors: earlier.failures },
  });
}
