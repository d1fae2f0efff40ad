/**
 * Documents that another program sends one by one, each answered as soon as it is there: lines of JSON, or frames. Every
 * line and every frame is one record, whatever it holds.
 */
import { InputError, type InputPlace } from "../../errors.js";
import type { SourceDocument } from "../../model.js";
import { frames, NoFrame } from "../frames.js";
import { jsonDocument } from "../json/document.js";
import { jsonLines } from "../json/lines.js";
import { htmlDocument, looksLikeHtml } from "./html.js";
import { inUtf8, looksLikeJson } from "./jsonl.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";
import type { InputFormat } from "./registry.js";
import { textDocument } from "./text.js";

export const FRAMINGS = ["ndjson", "framed"] as const;
export type Framing = (typeof FRAMINGS)[number];

/** `format` is what each frame holds. */
export const recordsReader = (framing: Framing, format: InputFormat): Pick<Reader, "read"> => ({
  read: (bytes, options) =>
    framing === "ndjson" ? inLines(bytes, options) : inFrames(bytes, options, format),
});

type Found = SourceDocument | InputError;

async function* inLines(bytes: InputBytes, options: ReaderOptions): AsyncGenerator<Found> {
  const encoding = options.encoding ?? "utf-8";
  let record = 0;
  for await (const piece of jsonLines(inUtf8(bytes.chunks(), encoding), options.maxRecord)) {
    const place = { record, url: null, line: piece.line };
    yield fromJson(piece.bytes, place, { ...options, path: bytes.path, encoding });
    record++;
  }
}

async function* inFrames(
  bytes: InputBytes,
  options: ReaderOptions,
  format: InputFormat,
): AsyncGenerator<Found> {
  const { path } = bytes;
  let record = 0;
  try {
    for await (const frame of frames(bytes.chunks(), options.maxRecord)) {
      const place = { record, url: null };
      if (frame.isCut) {
        yield new InputError(path, { kind: "truncated", container: "framed" }, { place });
        yield new InputError(path, { kind: "truncated", container: "framed" });
      } else yield fromFrame(frame.bytes, place, { ...options, path }, format);
      record++;
    }
  } catch (error) {
    if (!(error instanceof NoFrame)) throw error;
    yield new InputError(path, { kind: "no-frame", record }, { cause: error });
  }
}

type Context = ReaderOptions & { readonly path: string | null };

function fromFrame(bytes: Buffer | null, place: InputPlace, context: Context, format: InputFormat): Found {
  if (bytes === null || format === "jsonl" || (format === "auto" && looksLikeJson(bytes))) {
    return fromJson(bytes, place, { ...context, encoding: context.encoding ?? "utf-8" });
  }
  const { record } = place;
  const isPage = format === "html" || (format === "auto" && looksLikeHtml(bytes));
  return attempt(place, () => ({
    ...(isPage ? htmlDocument(bytes, { ...context, record }) : textDocument(bytes, context)),
    record,
    contained: true,
  }));
}

function fromJson(
  bytes: Buffer | null,
  place: InputPlace,
  context: Context & { readonly encoding: string },
): Found {
  const { path, maxRecord } = context;
  if (bytes === null) return new InputError(path, { kind: "too-large", limit: maxRecord }, { place });
  return attempt(place, () => jsonDocument(parsed(bytes, path), place, context));
}

/** Throws InputError. */
function parsed(bytes: Buffer, path: string | null): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    throw new InputError(path, { kind: "invalid-json", reason }, { cause });
  }
}

function attempt(place: InputPlace, read: () => SourceDocument): Found {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error.at(place);
    throw error;
  }
}
