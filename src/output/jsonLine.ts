/**
 * A record as one line of JSON. Nearly all of it are texts of the body and of what was left out, so that these are
 * written here: a text that needs no escape, which most are, is taken as it is, and what the body's parts say is not
 * looked through again for the text of the whole, which is theirs with a blank line between two (model.ts).
 */
import type { Article, BodyPart, LineRange, Noise } from "../model.js";
import { jsonString, jsonText } from "./jsonText.js";

export function jsonLine(record: Partial<Article>): string {
  const texts = record.body?.map(({ text }) => jsonString(text)) ?? [];
  let line = "";
  for (const key of Object.keys(record) as (keyof Article)[]) {
    const value = memberOf(record, key, texts);
    if (value !== null) line += `${line === "" ? "" : ","}"${key}":${value}`;
  }
  return `{${line}}`;
}

/** null for what has none. */
function memberOf(record: Partial<Article>, key: keyof Article, texts: readonly string[]): string | null {
  if (record.body !== undefined) {
    if (key === "body") return list(record.body, (part, i) => bodyPart(part, texts[i] ?? ""));
    if (key === "text") return `"${texts.map((text) => text.slice(1, -1)).join("\\n\\n")}"`;
  }
  const value = record[key];
  if (key === "noise" && record.noise !== undefined) return list(record.noise, noise);
  if (value === undefined) return null;
  return typeof value === "string" ? jsonString(value) : value === null ? "null" : jsonText(value, 0);
}

function list<T>(items: readonly T[], write: (item: T, i: number) => string): string {
  let written = "";
  for (let i = 0; i < items.length; i++) written += (i === 0 ? "" : ",") + write(items[i] as T, i);
  return `[${written}]`;
}

function bodyPart({ type, text: _, lines, ...shape }: BodyPart, text: string): string {
  let written = `{"type":"${type}","text":${text},"lines":${range(lines)}`;
  for (const [key, value] of Object.entries(shape)) written += `,"${key}":${jsonText(value, 0)}`;
  return `${written}}`;
}

const noise = ({ label, text, count, lines, rule }: Noise): string =>
  `{"label":"${label}","text":${jsonString(text)},"count":${count},"lines":[${lines.join()}],"rule":${jsonString(rule)}}`;

const range = ([first, last]: LineRange): string => `[${first},${last}]`;
