/** `bodycopy rules list|show|test`. */
import { UsageError } from "../errors.js";
import { visible, visibleLine } from "../output/visible.js";
import { yamlText } from "../output/yaml.js";
import { type ExampleFailure, type ExampleFault, testPacks } from "../rules/examples.js";
import { allPacks } from "../rules/registry.js";
import { counted } from "./counted.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { Printer } from "./printer.js";
import { documentedRules, userPacks } from "./ruleSet.js";
import type { Streams } from "./streams.js";
import { didYouMean } from "./suggest.js";

/** A line a rule: id, label, pack, summary, in columns. */
export async function listRules(files: readonly string[], { cwd, stdout }: Streams): Promise<ExitCode> {
  const { byId } = await documentedRules(files, cwd);
  const rows = [...byId.values()].map(({ rule, pack }) => [rule.id, rule.label, pack, rule.summary]);
  await new Printer(stdout).writeForeign(columns(rows));
  return EXIT.done;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** The rule as YAML, as a rule file would have it. */
export async function showRule(
  id: string,
  files: readonly string[],
  { cwd, stdout }: Streams,
): Promise<ExitCode> {
  const { byId } = await documentedRules(files, cwd);
  const found = byId.get(id);
  if (found === undefined) {
    const near = didYouMean([...byId.keys()], id);
    throw new UsageError("rules show", `"${id}"`, `a rule's id, as bodycopy rules list prints it${near}`);
  }
  await new Printer(stdout).writeForeign(`# pack: ${found.pack}\n${yamlText([found.rule])}`);
  return EXIT.done;
}

/** Tells every example that does not hold; a failing one is a failure of the run. */
export async function testRules(files: readonly string[], { cwd, stdout }: Streams): Promise<ExitCode> {
  const packs = files.length === 0 ? allPacks() : await userPacks(files, cwd);
  const failures = testPacks(packs);
  const rules = packs.reduce((sum, pack) => sum + pack.rules.length, 0);
  const end = failures.length === 0 ? "every example holds" : counted(failures.length, "fault");
  await new Printer(stdout).write(`${failures.map(failureLine).join("")}${counted(rules, "rule")}: ${end}\n`);
  return failures.length === 0 ? EXIT.done : EXIT.failed;
}

const FAULTS: Readonly<Record<ExampleFault, string>> = {
  fires: "does not fire on",
  passes: "fires, though it should pass, on",
  shadowed: "never decides, since an earlier rule takes",
};

function failureLine({ rule, pack, kind, example, found }: ExampleFailure): string {
  const winner = found === null || found === rule ? "" : ` (taken by ${found})`;
  return visible(`${pack}/${rule}: ${FAULTS[kind]} "${visibleLine(example)}"${winner}\n`);
}
