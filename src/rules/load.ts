/** Reads a rule file: YAML text -> rule pack, or the list of all that is wrong with it. */
import path from "node:path";
import { RuleError, RuleErrors } from "../errors.js";
import type { RulePack } from "./rule.js";
import { readPack } from "./schema.js";
import { type Positioned, type Problem, parseTree, type Report } from "./yaml-tree.js";

/** Mistakes that are listed; past them, one cause has usually made them all. */
const MOST_ERRORS = 20;

/** Characters. The built-in rules of all languages together are far shorter. */
const LONGEST_FILE = 1_000_000;

/**
 * The pack that a rule file holds: a map with `rules` (and `pack`, `summary`), or a bare list of rules, whose pack is
 * named after the file. Throws RuleErrors with every mistake, in the order of the file.
 */
export function loadRuleFile(file: string, text: string): RulePack {
  const problems: Problem[] = [];
  const report: Report = (offset, found, expected) => void problems.push({ offset, found, expected });
  const tree = readTree(text, report);
  // What is no plain YAML would only be reported once more as a wrong value.
  const pack = tree === null || problems.length > 0 ? null : readPack(tree, path.parse(file).name, report);
  if (pack === null && problems.length === 0) report(0, "an empty file", "a list of rules");
  if (pack === null || problems.length > 0) throw errorsOf(file, text, problems);
  return pack;
}

function readTree(text: string, report: Report): Positioned | null {
  if (text.length <= LONGEST_FILE) return parseTree(text, report);
  report(0, `${text.length} characters`, `a rule file of at most ${LONGEST_FILE} characters`);
  return null;
}

function errorsOf(file: string, text: string, problems: readonly Problem[]): RuleErrors {
  const sorted = [...problems].sort((a, b) => a.offset - b.offset);
  const errors = sorted.slice(0, MOST_ERRORS).map(({ offset, found, expected }) => {
    const { line, column, source } = lineAt(text, offset);
    return new RuleError(file, line, column, source, found, expected);
  });
  return new RuleErrors(errors, sorted.length - errors.length);
}

/** Where an offset stands, 1-based; YAML ends lines with LF or CRLF. */
function lineAt(text: string, offset: number): { line: number; column: number; source: string } {
  const before = text.slice(0, offset).split("\n");
  const start = offset - (before.at(-1)?.length ?? 0);
  const end = text.indexOf("\n", start);
  const source = text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, "");
  return { line: before.length, column: offset - start + 1, source };
}
