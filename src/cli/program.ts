/** The commands, their options and their help. What a command does is loaded when it is called. */
import { Command, Option } from "commander";
import { UsageError } from "../errors.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import type { ExplainOptions } from "./explain.js";
import { Printer } from "./printer.js";
import type { RawOptions } from "./settings.js";
import type { Streams } from "./streams.js";
import { version } from "./version.js";

const EXAMPLES = `
Examples:
  bodycopy dump.txt                              the article's text
  bodycopy -f markdown dump.txt -o article.md    with its title and headings
  curl -s URL | html2text | bodycopy             from a pipe
  bodycopy -f ndjson dumps/ | jq -r .title       a record a line for a whole folder
  bodycopy -f json dumps/ --out-dir out          out/dumps/a.txt.json and so on
  bodycopy -f ndjson crawl.warc.gz               the pages of a web archive
  bodycopy -f ndjson --keep-fields export.jsonl  the articles of an export
  bodycopy -f ndjson crawl/ -o all.gz --resume   go on with it after Ctrl-C or a kill
  bodycopy --records < export.ndjson             a line for each line, at once, as a filter
  bodycopy explain dump.txt                      why each line got its label

Exit codes:
  0  all done, a closed pipe included
  1  some input could not be read or some result not be written; the others are done
  2  wrong usage, a bad rule file, or --resume of another run
  3  a --fail-on condition held, and nothing failed`;

const EXPLAIN_EXAMPLES = `
Examples:
  bodycopy explain dump.txt | less -R
  bodycopy explain --rules mine.yaml dump.txt
  bodycopy explain --record 12 crawl.warc.gz
  bodycopy explain -f json dump.txt | jq '.blocks[].rule'`;

const RULES_EXAMPLES = `
Examples:
  bodycopy rules list
  bodycopy rules show publisher-contact
  bodycopy rules test mine.yaml`;

/** Runs the command that the arguments name. Throws CommanderError for wrong ones, and once help was printed. */
export async function runProgram(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const done = (code: ExitCode): void => {
    exitCode = code;
  };
  await program(streams, done).parseAsync(argv, { from: "user" });
  return exitCode;
}

/** The commands with their options; the tests hold the README against them. */
export function program(streams: Streams, done: (code: ExitCode) => void): Command {
  const stdout = new Printer(streams.stdout);
  const stderr = new Printer(streams.stderr);
  const root = new Command("bodycopy")
    .description("Finds the article in plain text that has lost its HTML.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "Prints the help of a command.")
    // Options belong to the command that they follow: `explain -f json` is explain's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      // Help that nobody reads to its end is no failure.
      writeOut: (text) => void stdout.write(text).catch(() => {}),
      writeErr: (text) => void stderr.write(text).catch(() => {}),
      // run() tells what is wrong.
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    });
  addExtract(root, streams, done);
  addColour(root);
  root.hook("preSubcommand", refuseStrayOptions);
  addExtract(
    root.command("extract").description("Extracts articles: what bodycopy does without a command."),
    streams,
    done,
  );
  addExplain(root, streams, done);
  addRules(root, streams, done);
  addSchema(root, streams, done);
  return root.addHelpText("after", EXAMPLES);
}

/** The same help on every terminal. */
const HELP_WIDTH = 100;

function addExtract(command: Command, streams: Streams, done: (code: ExitCode) => void): void {
  command
    .argument("[paths...]", "files, directories and globs; none or -: standard input")
    .option("-f, --format <name>", "text, json, ndjson, yaml or markdown (default: text)")
    .option(
      "-o, --output <file>",
      "write to a file, which is there whole or not at all; a name in .gz is compressed",
    )
    .option("--out-dir <dir>", "write a file for each input, in the same tree: a.txt to DIR/a.txt.json")
    .option("--skip-existing", "with --out-dir: leave out inputs whose result is there")
    .option("--resume", "with --output or --out-dir: go on where the same command was stopped")
    .option("--gzip", "with --out-dir: compress every result, a.txt to DIR/a.txt.json.gz")
    .option("--blocks", "add every block with its label and rule to the record")
    .option("--fields <names>", "only these keys of the record, in this order: title,text")
    .option("--input-format <name>", "auto, text, html, warc or jsonl (default: auto)")
    .option(
      "--records [framing]",
      "answer each record on stdin with a line: ndjson, or framed (its length in bytes, a line end, the bytes)",
    )
    .option(
      "--text-field <path>",
      "the field of JSON records with the text: body, data.text (default: found)",
    )
    .option("--html-field <path>", "the field with a page or a part of one (default: found)")
    .option("--id-field <path>", "the field with the record's id (default: id, uuid or guid)")
    .option("--keep-fields", "add what a record tells beside to the output, as extra")
    .option(
      "--max-record <bytes>",
      "leave out larger records of archives and exports: 500000, 512K, 64M (default: 16M)",
    )
    .option("--encoding <name>", "charset of the input (default: found from its bytes)")
    .addOption(rulesOption())
    .option("--fail-on <conditions>", "exit with 3 when a document is so: empty, low-confidence")
    .option("--min-confidence <number>", "what low-confidence is under, 0 to 1 (default: 0.5)")
    .option("-j, --jobs <number>", "threads that work on documents (default: one for each core)")
    .option("--progress", "tell the progress on stderr even when it is no terminal")
    .option("--no-progress", "never tell it")
    .option("--summary [form]", "tell on stderr what the run came to: text (the default) or json")
    .option("-q, --quiet", "no heads over the texts, no progress; errors are told")
    .action(async (paths: string[], options: RawOptions) => {
      const { extract } = await import("./extract.js");
      done(await extract(paths, options, streams));
    });
}

function addExplain(root: Command, streams: Streams, done: (code: ExitCode) => void): void {
  const command = root
    .command("explain")
    .description("Prints every line with its label, the rule that gave it, and what the rule saw.")
    .argument("[file]", "a file; none or -: standard input")
    .option("-f, --format <name>", "text, or json with every decision (default: text)")
    .option("--encoding <name>", "charset of the input (default: found from its bytes)")
    .option("--record <number>", "only this record of an archive or an export (default: all)")
    .addOption(rulesOption())
    .addHelpText("after", EXPLAIN_EXAMPLES)
    .action(async (file: string | undefined, options: ExplainOptions) => {
      const { explain } = await import("./explain.js");
      done(await explain(file, { ...root.opts<ColourOption>(), ...options }, streams));
    });
  addColour(command);
}

interface ColourOption {
  readonly color?: boolean;
}

/** Before a command or behind it, since people keep it in aliases. */
function addColour(command: Command): void {
  command.option("--color", "colour what explain prints even when it goes to no terminal");
  command.option("--no-color", "never colour");
}

/** An option of bodycopy's own before a command would do nothing: `bodycopy -f json explain`. */
function refuseStrayOptions(root: Command, command: Command): void {
  const { color: _everywhere, ...stray } = root.opts<ColourOption & RawOptions>();
  const option = root.options.find((candidate) => candidate.attributeName() in stray);
  if (option === undefined) return;
  throw new UsageError(
    option.long ?? "",
    `before ${command.name()}`,
    "options behind the command that they are for",
  );
}

function addRules(root: Command, streams: Streams, done: (code: ExitCode) => void): void {
  const rules = root
    .command("rules")
    .description("Lists, shows and tests rules.")
    .helpCommand(false)
    .addHelpText("after", RULES_EXAMPLES);
  rules
    .command("list")
    .description("Prints a line for every rule in the order in which they are tried.")
    .addOption(rulesOption())
    .action(async (options: RulesOptions) => {
      const { listRules } = await import("./rules.js");
      done(await listRules(options.rules ?? [], streams));
    });
  rules
    .command("show")
    .description("Prints a rule as it runs, with its reason and its examples.")
    .argument("<id>", "the rule's id, as explain prints it")
    .addOption(rulesOption())
    .action(async (id: string, options: RulesOptions) => {
      const { showRule } = await import("./rules.js");
      done(await showRule(id, options.rules ?? [], streams));
    });
  rules
    .command("test")
    .description("Tries every rule on its examples; exits with 1 when one does not hold.")
    .argument("[files...]", "rule files; none: the built-in rules")
    .action(async (files: string[]) => {
      const { testRules } = await import("./rules.js");
      done(await testRules(files, streams));
    });
}

interface RulesOptions {
  readonly rules?: readonly string[];
}

function addSchema(root: Command, streams: Streams, done: (code: ExitCode) => void): void {
  root
    .command("schema")
    .description("Prints the JSON Schema of the record.")
    .action(async () => {
      const { schema } = await import("./schema.js");
      done(await schema(streams));
    });
}

/** Repeatable; one file each time, since a list would swallow the paths behind it. */
function rulesOption(): Option {
  return new Option(
    "--rules <file>",
    "a rule file of your own, tried before the built-in rules; repeatable",
  ).argParser((file: string, before: readonly string[] | undefined) => [...(before ?? []), file]);
}
