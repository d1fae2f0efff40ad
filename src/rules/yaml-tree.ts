/**
 * A YAML text as a plain tree in which every value knows where it stands. Aliases, tags and anchors are refused: rules
 * need none of them, and a few nested aliases make billions of values.
 */
import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/** `offset` counts UTF-16 code units from the start of the text. */
export type Positioned = PositionedMap | PositionedList | PositionedScalar;

export interface PositionedMap {
  readonly kind: "map";
  readonly offset: number;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: Positioned;
}

export interface PositionedList {
  readonly kind: "list";
  readonly offset: number;
  readonly items: readonly Positioned[];
}

export interface PositionedScalar {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | bigint | null;
}

/** One mistake in a file. */
export interface Problem {
  readonly offset: number;
  /** What was found there, e.g. `unknown key "lable"`. */
  readonly found: string;
  readonly expected: string;
}

/** Takes what is wrong, as it is found. */
export type Report = (offset: number, found: string, expected: string) => void;

/** A rule nests about ten deep; the parser itself gives up, and takes the process with it, at some thousand. */
const DEEPEST = 50;

let loaded: typeof Yaml | undefined;

/** Needs 20 ms to load, and most runs have no rule file. */
function yaml(): typeof Yaml {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof Yaml;
  return loaded;
}

/** The tree of a text; null when the text holds nothing or is not YAML, which is then reported. */
export function parseTree(text: string, report: Report): Positioned | null {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    report(deep, `more than ${DEEPEST} levels`, "a rule file, which nests a few levels deep");
    return null;
  }
  // Unique keys are looked at below: the parser compares each with all before it.
  const document = yaml().parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  for (const { pos, code, message } of [...document.errors, ...document.warnings]) {
    if (code === "MULTIPLE_DOCS") report(pos[0], "a second document", "one document a file");
    else
      report(pos[0], message.replace(/\.$/u, ""), 'YAML, in which a text with ": " or " #" stands in quotes');
  }
  const { contents } = document;
  if (document.errors.length > 0 || contents === null) return null;
  return new TreeBuilder(report).value(contents, contents.range[0]);
}

function tooDeepAt(text: string): number | null {
  const { Lexer, Parser } = yaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _finished of parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return Math.min(parser.offset, text.length);
  }
  return null;
}

class TreeBuilder {
  constructor(readonly report: Report) {}

  /** `near` is where a value that has no text of its own would stand. */
  value(node: unknown, near: number): Positioned {
    const { isAlias, isMap, isScalar, isSeq } = yaml();
    const offset = isMap(node) || isScalar(node) || isSeq(node) ? (node.range?.[0] ?? near) : near;
    if (isMap(node)) return this.#map(node as Yaml.YAMLMap, offset);
    if (isSeq(node)) {
      return { kind: "list", offset, items: node.items.map((item) => this.value(item, offset)) };
    }
    if (isScalar(node)) return { kind: "scalar", offset, value: scalarOf(node) };
    if (isAlias(node)) this.report(node.range?.[0] ?? near, `the alias *${node.source}`, "the value itself");
    return { kind: "scalar", offset, value: null };
  }

  #map(map: Yaml.YAMLMap, offset: number): PositionedMap {
    const seen = new Set<string>();
    const entries: Entry[] = [];
    for (const { key, value } of map.items) {
      const named = this.value(key, offset);
      if (named.kind !== "scalar") {
        this.report(named.offset, `a ${named.kind} as a key`, "a word");
        continue;
      }
      const name = String(named.value);
      if (seen.has(name)) this.report(named.offset, `the key "${name}" again`, "each key once");
      seen.add(name);
      entries.push({ key: name, keyOffset: named.offset, value: this.value(value, named.offset) });
    }
    return { kind: "map", offset, entries };
  }
}

function scalarOf({ value }: Yaml.Scalar): PositionedScalar["value"] {
  return typeof value === "object" && value !== null ? String(value) : (value as PositionedScalar["value"]);
}
