/** The sentence for an error: what failed and where, what was expected, what to do next. */
import {
  InputError,
  type InputPlace,
  type InputProblem,
  type RecordFlaw,
  RuleError,
  RuleErrors,
  UsageError,
} from "../errors.js";
import { visible, visibleLine } from "../output/visible.js";
import { counted } from "./counted.js";
import { LostDocument } from "./jobs/plainError.js";
import { CollisionError, OutputError } from "./outputError.js";
import { ResumeError } from "./resume/resumeError.js";

const STDIN = "standard input";

/** Characters of a rule file's line that are shown on each side of the mistake. */
const CONTEXT = 60;

/**
 * One or more lines without a line break at the end; safe to print to a terminal. `input` is what was worked on, for
 * errors that do not know it.
 */
export function message(error: unknown, input = "bodycopy"): string {
  if (error instanceof InputError) {
    const { path, problem, place } = error;
    const sentence = place === null ? inputSentence(problem) : `${where(place)}${recordSentence(problem)}`;
    return `${name(path, STDIN)}: ${sentence}`;
  }
  if (error instanceof OutputError)
    return `${name(error.path, "standard output")}: cannot be written: ${writingReason(error.code)}`;
  if (error instanceof CollisionError) return collision(error);
  if (error instanceof LostDocument) return lostDocument(error);
  if (error instanceof RuleError) return ruleMessage(error);
  if (error instanceof RuleErrors) return ruleMessages(error);
  if (error instanceof ResumeError) return anotherRun(error);
  if (error instanceof UsageError) {
    return visible(`bodycopy: ${error.subject} ${error.found}: expected ${error.expected}`);
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return visible(`${visibleLine(input)}: ${what} (this is a fault of bodycopy; please report it)`);
}

function name(path: string | null, unnamed: string): string {
  if (path === null) return unnamed;
  return path === "" ? '""' : visibleLine(path);
}

function where({ record, url, line }: InputPlace): string {
  if (line !== undefined) return `line ${line}: `;
  return `record ${record}${url === null ? "" : ` (${visibleLine(url).slice(0, MOST_URL)})`}: `;
}

/** Characters of an address that are shown: it may have any number. */
const MOST_URL = 200;

/** Of a part of a container: the others are read. */
function recordSentence(problem: InputProblem): string {
  switch (problem.kind) {
    case "too-large":
      return `larger than ${bytes(problem.limit)}, stepped over; --max-record raises the limit`;
    case "broken-record":
      return `${FLAWS[problem.flaw]}; stepped over`;
    case "truncated":
      return `the ${problem.container} data ends too early; stepped over`;
    case "corrupt":
      return `damaged ${problem.container} data; stepped over`;
    case "binary":
      return `not text${problem.looksLike === null ? "" : ` but ${visibleLine(problem.looksLike)}`}; stepped over`;
    case "invalid-json":
    case "no-record":
    case "no-text":
      return `${inputSentence(problem)}; stepped over`;
    default:
      return inputSentence(problem);
  }
}

/** Characters of a reason that are shown: it may quote the text. */
const MOST_REASON = 200;

function noText(wanted: string | null, found: readonly string[]): string {
  const fields = found.length === 0 ? "none" : visibleLine(found.join(", ")).slice(0, MOST_REASON);
  return wanted === null
    ? `no field that holds a text (there are ${fields}); name it with --text-field or --html-field`
    : `no text in the field ${visibleLine(wanted)} (there are ${fields})`;
}

const FLAWS: Readonly<Record<RecordFlaw, string>> = {
  start: "no WARC record begins here",
  head: "its head has no end",
  length: "its Content-Length is missing or wrong",
  "cut-off": "cut off by the end of the file",
};

function inputSentence(problem: InputProblem): string {
  switch (problem.kind) {
    case "not-found":
      return "no such file or folder; check the path";
    case "no-match":
      return "no file of a known format found; name a file itself to read it whatever its name";
    case "unreadable":
      return `cannot be read: ${systemReason(problem.code)}`;
    case "binary":
      return `not text${problem.looksLike === null ? "" : ` but ${visibleLine(problem.looksLike)}`}; convert it to text first`;
    case "truncated":
      return `the ${problem.container} data ends too early; get the file again`;
    case "corrupt":
      return `damaged ${problem.container} data; get the file again`;
    case "undecodable":
      return (
        `not ${charset(problem.encoding)} text (byte 0x${problem.byte.toString(16).padStart(2, "0")} ` +
        `at offset ${problem.offset}); name its encoding with --encoding`
      );
    case "broken-record":
      return FLAWS[problem.flaw];
    case "invalid-json":
      return `invalid JSON: ${visibleLine(problem.reason).slice(0, MOST_REASON)}`;
    case "no-frame":
      return `behind ${counted(problem.record, "record")} there is no number of bytes alone on a line; send each document behind its length`;
    case "no-record":
      return "neither a JSON object nor a text";
    case "no-text":
      return noText(problem.wanted, problem.found);
    case "too-large":
      return `larger than ${bytes(problem.limit)}, the most that one document may have; split it`;
  }
}

const charset = (encoding: string): string => visibleLine(encoding).toUpperCase();

const MEBIBYTE = 1024 * 1024;
const bytes = (count: number): string =>
  count >= MEBIBYTE ? `${Math.floor(count / MEBIBYTE)} MiB` : `${count} bytes`;

function collision({ path, written, refused }: CollisionError): string {
  const [first, second] = [name(written, STDIN), name(refused, STDIN)];
  return `${second}: not written, since ${visibleLine(path)} is the place of ${first}; give it another --out-dir`;
}

/** What the operating system's codes mean and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied; check its permissions",
  EPERM: "permission denied; check its permissions",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left on the device; free some and run again",
  EDQUOT: "the disk quota is used up; free some space and run again",
  EFBIG: "the file would be too large for its file system",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  ENAMETOOLONG: "the name is too long for the file system",
  ELOOP: "its symbolic links go in a circle",
  EMFILE: "too many files are open",
  EIO: "the device reports an error",
};

const writingReason = (code: string): string =>
  code === "ENOENT" ? "its folder does not exist; make it first" : systemReason(code);

const systemReason = (code: string): string => REASONS[code] ?? visibleLine(code);

/** What is not as it was when the run was stopped, a line each. */
function anotherRun({ journal, changes }: ResumeError): string {
  const lines = changes.map(({ what, before, now }) => {
    const change = before === null || now === null ? "has changed" : `was ${before}, is ${now}`;
    return `  ${visibleLine(`${what} ${change}`)}`;
  });
  return [
    `${visibleLine(journal)}: the run that was stopped is another one:`,
    ...lines,
    "Make it as it was to go on, or begin anew without --resume.",
  ].join("\n");
}

function lostDocument({ path, place, code }: LostDocument): string {
  const reason =
    code === "ERR_WORKER_OUT_OF_MEMORY"
      ? "it takes more memory than a worker has; try it by itself with --jobs 1"
      : `the worker that had it ended (${visibleLine(code)}); try it by itself with --jobs 1`;
  return `${name(path, STDIN)}: ${place === null ? "" : where(place)}given up: ${reason}`;
}

function ruleMessages({ errors, omitted }: RuleErrors): string {
  const rest = omitted === 0 ? [] : [`and ${counted(omitted, "mistake")} more`];
  return [...errors.map(ruleMessage), ...rest].join("\n");
}

/** The place as path:line:column, then the line itself with a caret below the mistake. */
function ruleMessage({ path, line, column, source, found, expected }: RuleError): string {
  const from = Math.max(0, column - 1 - CONTEXT);
  const before = visibleLine(source.slice(from, column - 1));
  const after = visibleLine(source.slice(column - 1, column - 1 + CONTEXT));
  const gutter = String(line);
  return [
    `${visibleLine(path)}:${line}:${column}: ${visibleLine(found)}; expected ${visibleLine(expected)}`,
    `  ${gutter} | ${before}${after}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(before.length)}^`,
  ].join("\n");
}
