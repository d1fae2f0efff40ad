/** What an export tells of an article -> the fields of the record, as they are written. */
import type { Image, KnownFields, Publisher } from "../../model.js";
import { type Item, isItem, nameOf } from "./item.js";
import { FIELD_NAMES, type FieldName } from "./names.js";

export interface Metadata {
  readonly known: KnownFields;
  readonly url: string | null;
  readonly id: string | null;
  /** The item's names of what was taken. */
  readonly used: readonly string[];
}

/** More are a database. */
const MOST_VALUES = 1000;

export function metadataOf(item: Item): Metadata {
  const used: string[] = [];
  const take = <T>(field: FieldName, read: (value: unknown) => T | null): T | null => {
    const name = nameOf(item, FIELD_NAMES[field], (value) => read(value) !== null);
    if (name === undefined) return null;
    used.push(name);
    return read(item[name]);
  };
  const known = {
    title: take("title", textOf),
    description: take("description", textOf),
    authors: take("authors", namesOf),
    published: take("published", timeOf),
    modified: take("modified", timeOf),
    publisher: take("publisher", publisherOf),
    section: take("section", textOf),
    tags: take("tags", tagsOf),
    languages: take("languages", listOf),
    images: take("images", imagesOf),
  };
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  return { known: present as KnownFields, url: take("url", addressOf), id: take("id", idOf), used };
}

/** A text; the first of a list, which scrapers make of whatever a selector finds; WordPress has what is rendered of it. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (Array.isArray(value))
    return value.slice(0, MOST_VALUES).find((one) => typeof one === "string" && one.trim() !== "") ?? null;
  return isItem(value) && typeof value.rendered === "string" ? textOf(value.rendered) : null;
}

function idOf(value: unknown): string | null {
  return typeof value === "number" ? String(value) : textOf(value);
}

function addressOf(value: unknown): string | null {
  const text = textOf(value)?.trim() ?? "";
  return /^https?:\/\/\S{1,4000}$/i.test(text) ? text : null;
}

/** One or several texts, or the names of objects. */
function listOf(value: unknown): string[] | null {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  const texts = values.flatMap((one) => textOf(isItem(one) ? (one.rendered ?? one.name) : one) ?? []);
  return texts.length === 0 ? null : texts;
}

const namesOf = listOf;

/** A list, or one text with commas. */
function tagsOf(value: unknown): string[] | null {
  const tags = listOf(value);
  return typeof value === "string" ? (tags?.flatMap((text) => text.split(/[,;|]/)) ?? null) : tags;
}

/** The name, or an object with it; an address is none. */
function publisherOf(value: unknown): Partial<Publisher> | null {
  const name = textOf(isItem(value) ? value.name : value);
  return name === null || /^https?:|^\S+\/\S*$/.test(name) ? null : { name };
}

function imagesOf(value: unknown): Image[] | null {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  const images = values.flatMap((one): Image[] => {
    const url = addressOf(isItem(one) ? (one.url ?? one.src) : one);
    if (url === null) return [];
    return [
      isItem(one)
        ? { url, width: pixels(one.width), height: pixels(one.height) }
        : { url, width: null, height: null },
    ];
  });
  return images.length === 0 ? null : images;
}

const pixels = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;

/** Seconds since 1970 have nine or ten digits in the years of the web, milliseconds twelve or thirteen. */
const FEWEST_SECONDS = 1e8;
const FEWEST_MILLISECONDS = 1e11;
const MOST_MILLISECONDS = 1e13;

function timeOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : timeOf(value[0]);
  const number = typeof value === "string" && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number !== "number") return textOf(value);
  if (!(number >= FEWEST_SECONDS && number < MOST_MILLISECONDS)) return null;
  const time = new Date(number < FEWEST_MILLISECONDS ? number * 1000 : number);
  return time.toISOString().replace(".000Z", "Z");
}
