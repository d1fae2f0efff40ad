/** A record of an export -> its document. */
import { InputError, type InputPlace } from "../../errors.js";
import type { SourceDocument } from "../../model.js";
import type { FieldOptions } from "../fields.js";
import { type Item, isItem, nameOf, unwrapped, valueAt, without } from "./item.js";
import { metadataOf } from "./metadata.js";
import { HTML_NAMES, isTextName, TEXT_NAMES } from "./names.js";

export interface JsonContext extends FieldOptions {
  readonly path: string | null;
  readonly encoding: string;
  /** A walk through a folder found the file. */
  readonly isFound: boolean;
}

interface Content {
  readonly text: string;
  readonly format: "text" | "html";
  /** The name of the field, as far as the item itself has it. */
  readonly name: string;
}

/** Throws InputError for a value that has no text. */
export function jsonDocument(value: unknown, place: InputPlace, context: JsonContext): SourceDocument {
  const { path, encoding, idField, keepFields, isFound } = context;
  const base = { path, record: place.record, encoding, contained: true } as const;
  if (typeof value === "string") return { ...base, format: "text", text: value };
  if (!isItem(value)) throw new InputError(path, { kind: "no-record" }, { place });
  if (isFound && isRecord(value)) throw new InputError(path, { kind: "no-record" }, { place });
  const item = unwrapped(value);
  const content = contentOf(item, context);
  if (content === null) {
    const found = Object.entries(item)
      .slice(0, MOST_SHOWN)
      .map(([key, value]) =>
        isTextName(key) && stringOf(value) === null ? `${key}, which is ${kindOf(value)}` : key,
      );
    const wanted = context.htmlField ?? context.textField;
    throw new InputError(path, { kind: "no-text", wanted, found }, { place });
  }
  const { text, format, name } = content;
  const metadata = metadataOf(without(item, name));
  const id = idField === null ? metadata.id : idAt(item, idField);
  return {
    ...base,
    format,
    text: withoutCount(text),
    url: metadata.url,
    ...(Object.keys(metadata.known).length > 0 ? { known: metadata.known } : {}),
    ...(id === null ? {} : { id }),
    ...(keepFields ? { extra: extraOf(without(item, name, ...metadata.used, idField ?? name)) } : {}),
  };
}

/** Values in each other; what is deeper is made to break programs. */
const DEEPEST_EXTRA = 50;

/** The fields that can be printed. */
const extraOf = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => !isDeeper(value, DEEPEST_EXTRA)));

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Whether it is what bodycopy itself prints: results beside their dumps are no dumps. */
const isRecord = ({ source, noise, confidence }: Item): boolean =>
  isItem(source) && Array.isArray(noise) && typeof confidence === "number";

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list of others";
  return isItem(value) ? "an object" : `a ${typeof value}`;
}

/** Names of fields that are shown, so that the right one can be chosen. */
const MOST_SHOWN = 12;

/**
 * NewsAPI gives the beginning of a text, and how much there would be. The ellipsis before it goes as well where lines stand
 * above: there it would make a teaser of a paragraph; a single line is told from a heading by it.
 */
function withoutCount(text: string): string {
  const count = /\s?\[\+\d{1,7} chars\]\s*$/.exec(text);
  if (count === null) return text;
  const rest = text.slice(0, count.index);
  return rest.includes("\n") ? rest.replace(/\s?(?:…|\.{3})$/, "") : rest;
}

/** Those that are named, or those found: markup first, which tells more. A field that is there and empty is a text. */
function contentOf(item: Item, { textField, htmlField }: FieldOptions): Content | null {
  if (textField !== null || htmlField !== null) {
    const named = [contentAt(item, htmlField, "html"), contentAt(item, textField, "text")].filter(
      (content) => content !== null,
    );
    return named.find(({ text }) => text.trim() !== "") ?? named[0] ?? null;
  }
  const names = [...HTML_NAMES, ...TEXT_NAMES];
  const full = nameOf(item, names, (value) => (stringOf(value) ?? "").trim() !== "");
  const name = full ?? nameOf(item, names, (value) => value === null || stringOf(value) !== null);
  if (name === undefined) return null;
  const text = stringOf(item[name]) ?? "";
  return { text, name, format: isPage(text) ? "html" : "text" };
}

function contentAt(item: Item, path: string | null, format: "text" | "html"): Content | null {
  const value = path === null ? undefined : valueAt(item, path);
  const text = value === null ? "" : stringOf(value);
  return text === null || path === null ? null : { text, format, name: path };
}

/** Whether its tags alone tell its paragraphs: where blank lines part some, it is a text in which tags were left. */
const isPage = (text: string): boolean => MARKUP.test(text) && !BARE_GAP.test(text);
const BARE_GAP = /[^\s>][ \t]{0,8}\r?\n[ \t]{0,8}\r?\n\s{0,80}[^\s<]/;

/** Elements that begin blocks, ended or empty: texts about markup seldom have them whole. */
const MARKUP = /<\/(?:p|div|article|section|h[1-6]|ul|ol|blockquote|table|body|html)>|<br\s{0,4}\/?>/i;

/** A text; the texts of a list, which scrapers make of paragraphs; what WordPress has rendered. */
function stringOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? value.join("\n") : null;
  return isItem(value) && typeof value.rendered === "string" ? value.rendered : null;
}

function idAt(item: Item, path: string): string | null {
  const value = valueAt(item, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
