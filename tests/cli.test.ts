/** The command line as a table: arguments, exit code, standard output, standard error. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bodycopy, FIXTURES, type Surroundings } from "./cli/harness.js";

/** The body of dumps/harbour.txt: what stands between its time and its copyright line. */
const HARBOUR_BODY = readFileSync(`${FIXTURES}/dumps/harbour.txt`, "utf8").replace(
  /^[\s\S]*\+00:00\n\n|\n©.*\n$/g,
  "",
);
const QUAY_BODY = readFileSync(`${FIXTURES}/dumps/letters/quay.txt`, "utf8");
const MIXED_ERRORS = [
  "mixed/cut.txt.gz: the gzip data ends too early; get the file again",
  "mixed/picture.txt: not text but PNG; convert it to text first",
  "",
].join("\n");
const TITLES = '{"title":"Harbour to be dredged in spring"}\n{"title":null}\n{"title":null}\n';
const usage = (sentence: string): string => `bodycopy: ${sentence}\nTry bodycopy --help.\n`;
const FORMAT_NAMES = "text, json, ndjson, yaml, markdown";

interface Row extends Surroundings {
  readonly args: string;
  readonly code: number;
  readonly stdout: string | RegExp;
  readonly stderr?: string | RegExp;
}

function table(rows: readonly Row[]): void {
  test.each(rows)("bodycopy $args", async ({ args, code, stdout, stderr = "", ...around }) => {
    const outcome = await bodycopy(args === "" ? [] : args.split(" "), around);
    expect(outcome).toEqual({
      code,
      stdout: stdout instanceof RegExp ? expect.stringMatching(stdout) : stdout,
      stderr: stderr instanceof RegExp ? expect.stringMatching(stderr) : stderr,
    });
  });
}

describe("results", () => {
  table([
    { args: "dumps/harbour.txt", code: 0, stdout: HARBOUR_BODY },
    { args: "extract dumps/harbour.txt", code: 0, stdout: HARBOUR_BODY },
    { args: "", stdin: QUAY_BODY, code: 0, stdout: QUAY_BODY },
    { args: "-", stdin: QUAY_BODY, code: 0, stdout: QUAY_BODY },
    {
      args: "dumps",
      code: 0,
      stdout: [
        `==> dumps/harbour.txt <==\n${HARBOUR_BODY}`,
        "==> dumps/letters/empty.txt <==\n",
        `==> dumps/letters/quay.txt <==\n${QUAY_BODY}`,
      ].join("\n"),
    },
    {
      args: "dumps/letters/quay.txt - -q",
      stdin: QUAY_BODY,
      code: 0,
      stdout: `${QUAY_BODY}\n${QUAY_BODY}`,
    },
    {
      args: "dumps/letters/quay.txt -",
      stdin: QUAY_BODY,
      code: 0,
      stdout: `==> dumps/letters/quay.txt <==\n${QUAY_BODY}\n==> standard input <==\n${QUAY_BODY}`,
    },
    {
      args: "-f markdown dumps/harbour.txt",
      code: 0,
      stdout: `# Harbour to be dredged in spring\n\n${HARBOUR_BODY}`,
    },
    {
      args: "-f json --fields title,language dumps/harbour.txt",
      code: 0,
      stdout: '{\n  "title": "Harbour to be dredged in spring",\n  "language": "en"\n}\n',
    },
    {
      args: "-f json --fields language dumps/harbour.tx?",
      code: 0,
      stdout: '[\n  {\n    "language": "en"\n  }\n]\n',
    },
    { args: "-f ndjson --fields title dumps", code: 0, stdout: TITLES },
    { args: "-f ndjson --fields=title --input-format text dumps", code: 0, stdout: TITLES },
    {
      args: "-f yaml --fields url,title dumps/harbour.txt dumps/letters/quay.txt",
      code: 0,
      stdout: [
        "---\nurl: https://news.example/harbour-to-be-dredged\ntitle: Harbour to be dredged in spring\n",
        "---\nurl: null\ntitle: null\n",
      ].join(""),
    },
    {
      args: "-f ndjson --fields title,blocks dumps/letters/quay.txt",
      code: 0,
      stdout:
        /^\{"title":null,"blocks":\[\{"lines":\[1,1\],"label":"body","rule":"[\w-]+","text":"The old quay .*\]\}\n$/,
    },
    {
      args: "--blocks -f ndjson --fields title dumps/letters/empty.txt",
      code: 0,
      stdout: '{"title":null,"blocks":[]}\n',
    },
    { args: "dumps/letters/empty.txt", code: 0, stdout: "" },
    { args: "-f json dumps/letters/empty.txt", code: 0, stdout: /"body": \[\],\n {2}"text": "",/ },
  ]);
});

describe("inputs that cannot be read", () => {
  table([
    {
      args: "-f ndjson --fields title mixed",
      code: 1,
      stdout: '{"title":"Harbour to be dredged in spring"}\n',
      stderr: MIXED_ERRORS,
    },
    {
      args: "-f json --fields title nowhere.txt dumps/letters/quay.txt",
      code: 1,
      stdout: '[\n  {\n    "title": null\n  }\n]\n',
      stderr: "nowhere.txt: no such file or folder; check the path\n",
    },
    {
      args: "-f json nowhere.txt",
      code: 1,
      stdout: "",
      stderr: "nowhere.txt: no such file or folder; check the path\n",
    },
    {
      args: "-f json ./rules",
      code: 1,
      stdout: "[]\n",
      stderr: "./rules: no file of a known format found; name a file itself to read it whatever its name\n",
    },
    { args: "*.warc", code: 1, stdout: "", stderr: /^\*\.warc: no file of a known format found/ },
    {
      args: "dumps/\u001b[31mred\u0007.txt",
      code: 1,
      stdout: "",
      stderr: "dumps/␛[31mred␇.txt: no such file or folder; check the path\n",
    },
    {
      args: "-",
      stdin: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
      code: 1,
      stdout: "",
      stderr: /^standard input: not text/,
    },
    { args: "--quiet ", code: 1, stdout: "", stderr: '"": no such file or folder; check the path\n' },
    { args: "explain nowhere.txt", code: 1, stdout: "", stderr: /^nowhere\.txt: no such file or folder/ },
    // What could not be read weighs more than a condition.
    {
      args: "-f ndjson --fields title --fail-on empty nowhere.txt dumps/letters/empty.txt",
      code: 1,
      stdout: '{"title":null}\n',
      stderr: /^nowhere\.txt: .*\ndumps\/letters\/empty\.txt: no body found\n$/,
    },
  ]);
});

describe("conditions", () => {
  table([
    {
      args: "--fail-on empty dumps -q",
      code: 3,
      stdout: `${HARBOUR_BODY}\n\n${QUAY_BODY}`,
      stderr: "dumps/letters/empty.txt: no body found\n",
    },
    { args: "--fail-on empty dumps/harbour.txt", code: 0, stdout: HARBOUR_BODY },
    {
      args: "--fail-on low-confidence dumps/letters/empty.txt",
      code: 3,
      stdout: "",
      stderr: "dumps/letters/empty.txt: confidence 0 is under 0.5\n",
    },
    {
      args: "--fail-on empty,low-confidence --min-confidence 1 dumps/letters/empty.txt",
      code: 3,
      stdout: "",
      stderr: "dumps/letters/empty.txt: no body found\ndumps/letters/empty.txt: confidence 0 is under 1\n",
    },
    { args: "--fail-on low-confidence --min-confidence 0 dumps/letters/empty.txt", code: 0, stdout: "" },
  ]);
});

describe("wrong usage is told before anything is read", () => {
  const records = "--format with one of json, ndjson, yaml, which print the record";
  table(
    [
      { args: "--formt json", stderr: usage("unknown option '--formt' (did you mean --format?)") },
      { args: "-f", stderr: usage("option '-f, --format <name>' argument missing") },
      {
        args: "-f jsn",
        stderr: usage(`--format "jsn": expected one of ${FORMAT_NAMES}; did you mean json?`),
      },
      { args: "-f qqqqqq", stderr: usage(`--format "qqqqqq": expected one of ${FORMAT_NAMES}`) },
      {
        args: "-f json --fields titel",
        stderr: /"titel": expected one of source, .*; did you mean title\?\n/,
      },
      { args: "-f json --fields title,", stderr: /^bodycopy: --fields "": expected one of source, / },
      { args: "--fields title", stderr: usage(`--fields with --format text: expected ${records}`) },
      { args: "--blocks -f markdown", stderr: usage(`--blocks with --format markdown: expected ${records}`) },
      {
        args: "-o a --out-dir b",
        stderr: usage("--output together with --out-dir: expected one of the two"),
      },
      {
        args: "--out-dir dumps/harbour.txt",
        stderr: /^bodycopy: --out-dir "dumps\/harbour.txt", which is a file: /,
      },
      { args: "--skip-existing", stderr: /^bodycopy: --skip-existing without --out-dir: / },
      {
        args: "--input-format pdf",
        stderr: /^bodycopy: --input-format "pdf": expected one of auto, text, html/,
      },
      {
        args: "--encoding klingon",
        stderr: /^bodycopy: --encoding "klingon": expected the name of a charset/,
      },
      { args: "--fail-on emty", stderr: /^bodycopy: --fail-on "emty": .*; did you mean empty\?\n/ },
      {
        args: "--fail-on low-confidence --min-confidence 2",
        stderr: usage('--min-confidence "2": expected a number from 0 to 1'),
      },
      {
        args: "--fail-on low-confidence --min-confidence x",
        stderr: usage('--min-confidence "x": expected a number from 0 to 1'),
      },
      {
        args: "--fail-on low-confidence --min-confidence=",
        stderr: usage('--min-confidence "": expected a number from 0 to 1'),
      },
      {
        args: "--min-confidence 0.5",
        stderr: /^bodycopy: --min-confidence without --fail-on low-confidence: /,
      },
      {
        args: "--rules nowhere.yaml",
        stderr: /^bodycopy: --rules "nowhere.yaml" \(ENOENT\): expected a rule file/,
      },
      { args: "explain a b", stderr: /^bodycopy: too many arguments/ },
      {
        args: "explain -f yaml dumps/harbour.txt",
        stderr: /^bodycopy: --format "yaml": expected one of text, json/,
      },
      {
        args: "-f json explain",
        stderr: usage("--format before explain: expected options behind the command that they are for"),
      },
      { args: "rules", stderr: /^Usage: bodycopy rules / },
      {
        args: "rules show publisher-contct",
        stderr: /; did you mean publisher-contact\?\nTry bodycopy --help.\n$/,
      },
      { args: "schema x", stderr: /^bodycopy: too many arguments/ },
    ].map((row) => ({ ...row, code: 2, stdout: "", stdin: "A document that nobody asks for." })),
  );
});

describe("rules", () => {
  table([
    { args: "rules list", code: 0, stdout: /^(\S+ +\S+ +\S+ +\S.*\n)+$/ },
    {
      args: "rules show council-footer --rules rules/council.yaml",
      code: 0,
      stdout: /^# pack: council\n- id: council-footer\n {2}label: legal\n {2}summary: .*\n/,
    },
    { args: "rules test", code: 0, stdout: /^\d+ rules: every example holds\n$/ },
    { args: "rules test rules/council.yaml", code: 0, stdout: "1 rule: every example holds\n" },
    {
      args: "rules test rules/liar.yaml",
      code: 1,
      stdout: 'liar/council-liar: does not fire on "The council met."\n1 rule: 1 fault\n',
    },
    ...["rules test rules/broken.yaml", "--rules rules/broken.yaml dumps/harbour.txt"].map((args) => ({
      args,
      code: 2,
      stdout: "",
      stderr:
        /^rules\/broken\.yaml:3:12: unknown label "legl"; expected .*\n {2}3 \| {5}label: legl\n {4}\| {12}\^\n$/,
    })),
    {
      args: "-f ndjson --fields noise --rules rules/council.yaml -",
      stdin: "Printed by order of the council, Harbour Town.\n",
      code: 0,
      stdout:
        '{"noise":[{"label":"legal","text":"Printed by order of the council, Harbour Town.","count":1,"lines":[1],"rule":"council-footer"}]}\n',
    },
  ]);
});

describe("explain", () => {
  table([
    {
      args: "explain --rules rules/council.yaml -",
      stdin: "Printed by order of the council, \u001b[1mHarbour\u0007 Town.\n\n",
      code: 0,
      stdout: new RegExp(
        [
          "^standard input: 2 lines, utf-8, layout \\S+, confidence 0\\.00\n",
          "1 {2}legal {2}council-footer {2}Printed by order of the council, ␛\\[1mHarbour␇ Town\\. +starts-with=",
          '"[Pp]rinted by order of the council"\n',
          "(?: {3}\\S.*\n)*",
          "2\n$",
        ].join(""),
      ),
    },
    { args: "explain dumps/harbour.txt --color", code: 0, stdout: /\u001b\[36mheader/ },
    { args: "explain dumps/harbour.txt", terminals: ["stdout"], code: 0, stdout: /\u001b\[36mheader/ },
    { args: "explain dumps/harbour.txt --no-color", terminals: ["stdout"], code: 0, stdout: /^[^\u001b]*$/ },
    { args: "--color explain dumps/harbour.txt", code: 0, stdout: /\u001b\[36mheader/ },
    { args: "--no-color dumps/harbour.txt", code: 0, stdout: HARBOUR_BODY },
    { args: "explain -f json dumps/harbour.txt", code: 0, stdout: /^\{\n {2}"path": "dumps\/harbour.txt",/ },
  ]);
});

describe("help", () => {
  table([
    { args: "--version", code: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
    { args: "-V", code: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
    { args: "--help", code: 0, stdout: /^Usage: bodycopy [\s\S]*Examples:[\s\S]*Exit codes:/ },
    { args: "explain --help", code: 0, stdout: /^Usage: bodycopy explain [\s\S]*Examples:/ },
    { args: "help explain", code: 0, stdout: /^Usage: bodycopy explain [\s\S]*Examples:/ },
    { args: "rules --help", code: 0, stdout: /^Usage: bodycopy rules [\s\S]*Examples:/ },
    {
      args: "schema",
      code: 0,
      stdout: /^\{\n {2}"\$schema": "https:\/\/json-schema.org\/draft\/2020-12\/schema"/,
    },
  ]);
});

describe("what is shown on a terminal", () => {
  const red = QUAY_BODY.replace("harbour master", "harbour \u001b[31mmaster\u009b0m");
  table([
    { args: "-", stdin: red, code: 0, stdout: QUAY_BODY },
    { args: "-", stdin: red, terminals: ["stdout"], code: 0, stdout: QUAY_BODY },
    { args: "- -f markdown", stdin: red, terminals: ["stdout"], code: 0, stdout: /^[^\u001b\u009b]*$/ },
    { args: "- -f yaml", stdin: red, terminals: ["stdout"], code: 0, stdout: /^[^\u001b\u009b]*$/ },
    { args: "- -f json", stdin: red, code: 0, stdout: /^[^\u001b\u009b]*$/ },
  ]);
});

describe("standard output that fails", () => {
  table([
    { args: "dumps", failing: "EPIPE", code: 0, stdout: "" },
    { args: "nowhere.txt dumps", failing: "EPIPE", code: 1, stdout: "", stderr: /^nowhere\.txt: / },
    { args: "explain dumps/harbour.txt", failing: "EPIPE", code: 0, stdout: "" },
    {
      args: "dumps",
      failing: "ENOSPC",
      code: 1,
      stdout: "",
      stderr: "standard output: cannot be written: no space left on the device; free some and run again\n",
    },
  ]);
});
