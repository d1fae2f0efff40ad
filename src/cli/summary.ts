/** What a run came to, told at its end on stderr. */
import { amounts } from "./amounts.js";
import { duration } from "./duration.js";
import type { ExitCode } from "./exitCode.js";
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
}

/** One line without its end. */
export const summary = (form: SummaryForm, tally: Tally, facts: RunFacts): string =>
  form === "json" ? asJson(tally, facts) : asText(tally, facts);

function asText(tally: Tally, { seconds, failOn }: RunFacts): string {
  const conditions = failOn.map((condition) => `, ${condition}: ${tally.held.get(condition) ?? 0}`);
  return `${amounts(tally, seconds)}${conditions.join("")} in ${duration(seconds)}`;
}

function asJson({ documents, bytes, errors, held }: Tally, facts: RunFacts): string {
  const { seconds, jobs, failOn, exitCode } = facts;
  const conditions = Object.fromEntries(failOn.map((condition) => [condition, held.get(condition) ?? 0]));
  return JSON.stringify({
    documents,
    bytes,
    errors,
    conditions,
    seconds: Number(seconds.toFixed(3)),
    jobs,
    exitCode,
  });
}
