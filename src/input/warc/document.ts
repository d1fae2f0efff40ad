/** A WARC record -> its document. */
import { InputError } from "../../errors.js";
import type { SourceDocument } from "../../model.js";
import { htmlDocument, looksLikeHtml } from "../readers/html.js";
import { textDocument } from "../readers/text.js";
import { type Head, parseHead } from "./head.js";
import { payloadOf } from "./payload.js";
import type { RawRecord } from "./records.js";

export interface RecordContext {
  readonly path: string | null;
  readonly encoding: string | null;
  readonly maxRecord: number;
  /** Passes on the fields of the record's head. */
  readonly keepFields: boolean;
}

/** What a record holds, when it holds a page. */
interface Payload {
  readonly bytes: Buffer;
  readonly type: string;
  readonly charset: string | null;
}

/**
 * The page of a response or of a resource, the text of a conversion; null for what is no document: requests, metadata,
 * pictures, redirections, pages of errors. Throws InputError for one that cannot be read.
 */
export async function documentOf(raw: RawRecord, context: RecordContext): Promise<SourceDocument | null> {
  const { path, encoding } = context;
  const type = RECORD_TYPE.exec(raw.head.toString("latin1"))?.[1]?.toLowerCase();
  if (type === undefined || !KEPT_TYPES.has(type)) return null;
  const head = await parseHead(raw.head);
  const url = unbracketed(head.field("WARC-Target-URI"));
  try {
    const payload =
      type === "response" ? await payloadOfResponse(raw, context) : payloadAsIs(raw, head, type);
    if (payload === null) return null;
    const { bytes, charset } = payload;
    const { record } = raw;
    const document = isPage(payload)
      ? htmlDocument(bytes, { path, record, encoding, charset, url })
      : textDocument(bytes, { path, encoding });
    const languages = listOf(head.field("WARC-Identified-Content-Language"));
    const id = head.field("WARC-Record-ID");
    return {
      ...document,
      record,
      url,
      contained: true,
      fetched: dateOf(head),
      ...(languages.length === 0 ? {} : { known: { languages } }),
      ...(id === null ? {} : { id }),
      ...(raw.point === null ? {} : { point: raw.point }),
      ...(context.keepFields ? { extra: Object.fromEntries(head.fields) } : {}),
    };
  } catch (error) {
    if (error instanceof InputError) throw error.at({ record: raw.record, url });
    throw error;
  }
}

const KEPT_TYPES = new Set(["response", "resource", "conversion"]);
const RECORD_TYPE = /^warc-type[ \t]{0,8}:[ \t]{0,8}(\w{1,20})/im;

const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;
const TEXT = "text/plain";

async function payloadOfResponse(raw: RawRecord, context: RecordContext): Promise<Payload | null> {
  const { content } = raw;
  const http = await parseHead(content.subarray(0, headEnd(content)));
  // Pages of errors and redirections are nobody's article; a "204" has no page.
  if (!/^HTTP\/\S{1,8} 2\d\d/.test(http.line)) return null;
  const kind = mediaType(http.field("Content-Type"));
  if (kind.type !== "" && !isText(kind.type)) return null;
  const body = content.subarray(headEnd(content));
  const bytes = payloadOf(body, http, { path: context.path, maxBytes: context.maxRecord });
  return kind.type !== "" || looksLikeHtml(bytes) ? { bytes, ...kind } : null;
}

function payloadAsIs(raw: RawRecord, head: Head, type: string): Payload | null {
  const kind = mediaType(head.field("Content-Type"));
  // A conversion is the text of a page, whatever it was converted from.
  if (type !== "conversion" && !isText(kind.type)) return null;
  return { bytes: raw.content, ...kind };
}

const isText = (type: string): boolean => type === TEXT || HTML.test(type);

const isPage = ({ bytes, type }: Payload): boolean =>
  HTML.test(type) || (type === "" && looksLikeHtml(bytes));

/** More is no head. */
const MOST_HEAD_BYTES = 256 * 1024;

/** Where the body begins; the end of the bytes when it never does. */
function headEnd(content: Buffer): number {
  const end = /\r?\n\r?\n/.exec(content.toString("latin1", 0, MOST_HEAD_BYTES));
  return end === null ? content.length : end.index + end[0].length;
}

function mediaType(value: string | null): { type: string; charset: string | null } {
  const [type = "", ...parameters] = (value ?? "").split(";");
  const charset = parameters.map((parameter) => CHARSET.exec(parameter)?.[1]).find(Boolean);
  return { type: type.trim().toLowerCase(), charset: charset ?? null };
}

const CHARSET = /^\s*charset\s*=\s*["']?([\w.:-]{1,40})/i;

/** wget puts addresses into angle brackets. */
const unbracketed = (url: string | null): string | null => url?.replace(/^<(.*)>$/, "$1") ?? null;

/** "eng,deu": the languages of the whole page, that with the most text first. */
const listOf = (languages: string | null): string[] =>
  (languages ?? "")
    .split(",")
    .map((language) => language.trim())
    .filter((language) => language !== "");

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

function dateOf(head: Head): string | null {
  const date = head.field("WARC-Date") ?? "";
  return DATE.test(date) ? date : null;
}
