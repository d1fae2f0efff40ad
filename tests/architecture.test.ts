/** Holds the design against the code: who imports whom, who touches the process, and what the README lists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { EXIT } from "../src/cli/exitCode.js";
import { program } from "../src/cli/program.js";
import { FAIL_CONDITIONS } from "../src/cli/settings.js";
import { LABELS } from "../src/model.js";
import { FORMATS } from "../src/output/formats.js";
import { RECORD_KEYS } from "../src/output/formatter.js";
import { Kept } from "./cli/harness.js";

const SOURCES = resolve("src");
const SHARED = ["model.ts", "errors.ts"];

/** Each room with the rooms that it may import, besides itself and what all share. The flow goes from top to bottom. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "model.ts": [],
  "errors.ts": [],
  "yaml.d.ts": [],
  input: [],
  // The rules' language names what the features measure, and compiled rules take the measures.
  features: ["rules"],
  rules: ["features"],
  segment: ["features", "rules"],
  classify: ["features", "rules", "segment"],
  article: ["features", "rules", "segment", "classify"],
  output: ["article"],
  "extract.ts": ["rules", "segment", "classify", "article"],
  "index.ts": ["rules", "extract.ts"],
  cli: ["input", "rules", "article", "output", "extract.ts"],
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** Nothing of it is left when the types are gone. */
  readonly typeOnly: boolean;
}

const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const imports = files.flatMap((file) => importsOf(file));

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SOURCES, file), "utf8");
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?[^;"]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
  );
  return [...statements].map(([, type, still, lazy]) => {
    const target = join(dirname(file), still ?? lazy ?? "").replace(/\.js$/, ".ts");
    return { from: file, to: target, typeOnly: type !== undefined };
  });
}

const roomOf = (file: string): string => file.split("/")[0] ?? file;

describe("imports", () => {
  test("name files that exist", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter(({ to }) => !existsSync(join(SOURCES, to)))).toEqual([]);
  });
  test("every room has its place in the flow", () => {
    expect(Object.keys(MAY_IMPORT)).toEqual(expect.arrayContaining([...new Set(files.map(roomOf))]));
  });
  test("go with the flow", () => {
    const against = imports.filter(({ from, to }) => {
      const allowed = [roomOf(from), ...SHARED, ...(MAY_IMPORT[roomOf(from)] ?? [])];
      return !allowed.includes(roomOf(to));
    });
    expect(against).toEqual([]);
  });
  test("make no circle", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const circleFrom = (file: string, way: readonly string[]): readonly string[] | null => {
      if (way.includes(file)) return [...way, file];
      if (done.has(file)) return null;
      for (const target of next.get(file) ?? []) {
        const circle = circleFrom(target, [...way, file]);
        if (circle !== null) return circle;
      }
      done.add(file);
      return null;
    };
    expect(files.map((file) => circleFrom(file, [])).filter((circle) => circle !== null)).toEqual([]);
  });
});

test("only bin/bodycopy.js touches the process", () => {
  const touching = files.filter((file) => {
    const code = readFileSync(join(SOURCES, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`/g, "");
    return /\bprocess\.|\bconsole\.|from "node:process"/.test(code);
  });
  expect(touching).toEqual([]);
});

/** Every command with its path, e.g. "rules list"; the root is "". */
function commandsOf(command: Command, path = ""): [string, Command][] {
  const children = command.commands.flatMap((child) => commandsOf(child, `${path} ${child.name()}`.trim()));
  return [[path, command], ...children];
}

describe.skipIf(!existsSync("README.md"))("the README", () => {
  const readme = existsSync("README.md") ? readFileSync("README.md", "utf8") : "";
  const root = program(
    {
      stdin: process.stdin,
      stdout: new Kept(),
      stderr: new Kept(),
      cwd: "",
      env: {},
      interrupted: new AbortController().signal,
    },
    () => {},
  );
  const commands = commandsOf(root);
  const options = new Set(
    commands.flatMap(([, command]) => ["--help", ...command.options.map(({ long }) => long ?? "")]),
  );
  /** What stands in code spans and code blocks. */
  const code = [...readme.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([span]) => span);
  const words = new Set(code.flatMap((span) => span.match(/--[a-z-]+|[\w-]+/gi) ?? []));

  test.each([
    ["label", LABELS],
    ["format", FORMATS],
    ["key of the record", RECORD_KEYS],
    ["condition of --fail-on", FAIL_CONDITIONS],
    ["option", [...options]],
  ])("names every %s", (_what, names) => {
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });
  test("has no label in its table of labels that there is not", () => {
    const [, rows = ""] = readme.match(/^\| *label\b.*\n\|[-| :]+\n((?:\|.*\n)*)/im) ?? [];
    const listed = rows.split("\n").flatMap((row) => row.split("|")[1]?.match(/`[^`]+`/g) ?? []);
    expect(
      listed.map((name) => name.slice(1, -1)).filter((name) => !LABELS.some((label) => label === name)),
    ).toEqual([]);
  });
  test("names every command", () => {
    const names = commands.map(([path]) => path).filter((path) => path !== "" && path !== "extract");
    const text = code.join("\n");
    // `rules list|show ID|test` names three.
    const named = (path: string): boolean =>
      path.split(" ").every((word) => new RegExp(`\\b${word}\\b`).test(text));
    expect(names.filter((path) => !named(path))).toEqual([]);
  });
  test("lists the exit codes, and no other", () => {
    const listed = [...readme.matchAll(/^(?:\||[-*]) *`?(\d{1,3})`? *(?:\||:|-|–|—)/gm)].map(([, code]) =>
      Number(code),
    );
    const signals = [130, 143];
    expect([...new Set(listed)].filter((code) => !signals.includes(code)).sort()).toEqual(
      Object.values(EXIT).sort(),
    );
  });
  test("uses no option that there is not", () => {
    const calls = code.join("\n").match(/\bbodycopy\b[^|;&`\n]*/g) ?? [];
    const used = calls.flatMap((call) => call.match(/(?<=\s)--[a-z-]+/g) ?? []);
    expect(used.filter((option) => !options.has(option))).toEqual([]);
  });
});
