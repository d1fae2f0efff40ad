/**
 * JSON-LD as pages have it: arrays, graphs, several scripts, references, values of any type in any place, entities in
 * strings, and scripts that are no JSON. Nothing here throws.
 */
import { decodeHTML } from "entities/decode";

export type Node = Readonly<Record<string, unknown>>;

/** Objects that are looked at, and how deep in each other; more is a catalogue. */
const MOST_NODES = 5_000;
const DEEPEST = 12;
/** Keys that lead from a thing to others that describe the page as well. */
const MOST_VALUES = 100;

/** The objects of all scripts in order, those within others behind them. */
export function jsonLdNodes(scripts: readonly string[]): Node[] {
  const nodes: Node[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  return nodes;
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const inner of Object.values(value)) if (typeof inner === "object") collect(inner, nodes, depth + 1);
  }
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands around JSON in scripts that browsers without them would show: comments, CDATA marks, a semicolon. */
const BEFORE = /^(?:\s|<!--|\/\*|\*\/|\/\/|<!\[CDATA\[)+/;
const BEHIND = ["-->", "]]>", "*/", "/*", "//", ";"];

function withoutWrapping(script: string): string {
  let text = script.replace(BEFORE, "").trimEnd();
  for (let end = BEHIND.find((mark) => text.endsWith(mark)); end !== undefined; ) {
    text = text.slice(0, -end.length).trimEnd();
    end = BEHIND.find((mark) => text.endsWith(mark));
  }
  return text;
}

/** Controls inside of strings, which templates print as they are. */
const CONTROLS = /[\0-\x1f]+/g;
const TRAILING_COMMA = /,(\s*[}\]])/g;

/** undefined for what is no JSON, mended or not. */
function parse(script: string): unknown {
  const bare = (text: string) => withoutWrapping(text).replace(CONTROLS, " ");
  const mended = [
    () => script,
    () => bare(script),
    () => bare(script).replace(TRAILING_COMMA, "$1"),
    () => bare(decodeHTML(script)).replace(TRAILING_COMMA, "$1"),
  ];
  for (const mend of mended) {
    try {
      return JSON.parse(mend());
    } catch {
      // The next one mends more.
    }
  }
  return undefined;
}

/** The names of a thing's types, without the address of their vocabulary. */
export function typesOf(node: Node): string[] {
  const type = node["@type"] ?? node.type;
  const types = Array.isArray(type) ? type : [type];
  return types.flatMap((name) => (typeof name === "string" ? [name.replace(/^.*[/#:]/, "")] : []));
}

/**
 * A value as texts: strings, numbers, the `@value` or `name` of objects, and all of an array. Empty strings are none;
 * markup in them is taken out.
 */
export function textsIn(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string") {
    const text = plain(value);
    return text === "" ? [] : [text];
  }
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).flatMap((item) => textsIn(item, depth + 1));
  return isNode(value) ? textsIn(value["@value"] ?? value.name, depth + 1) : [];
}

function plain(value: string): string {
  const decoded = value.includes("&") ? decodeHTML(value) : value;
  return decoded
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The objects of a value, references resolved by their `@id`. */
export function nodesIn(value: unknown, byId: ReadonlyMap<string, Node>): Node[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  return values.filter(isNode).map((node) => {
    const id = node["@id"];
    const known = typeof id === "string" && Object.keys(node).length <= 2 ? byId.get(id) : undefined;
    return known ?? node;
  });
}

/** The fullest object of each `@id`. */
export function indexById(nodes: readonly Node[]): Map<string, Node> {
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id !== "string") continue;
    if (Object.keys(node).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, node);
  }
  return byId;
}

const ARTICLE = /(?:Article|Posting|Report|Recipe|Review|Blog|Story)$/;
const PAGE = /(?:WebPage|ItemPage|AboutPage|FAQPage)$/;

/** Of the things that are articles, the one with the most of what articles have; null without any. */
export function articleNode(nodes: readonly Node[]): Node | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const worth = (node: Node): number =>
    ["headline", "datePublished", "author", "articleBody", "mainEntityOfPage"].filter(
      (key) => node[key] != null,
    ).length;
  let best: Node | null = null;
  for (const node of articles) if (best === null || worth(node) > worth(best)) best = node;
  return best !== null && (best.headline ?? best.name) != null ? best : null;
}

export const pageNode = (nodes: readonly Node[]): Node | null =>
  nodes.find((node) => typesOf(node).some((type) => PAGE.test(type))) ?? null;
