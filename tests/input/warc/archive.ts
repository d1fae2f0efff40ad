/** Archives for tests, written by warcio. */
import { gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";

export interface RecordOptions {
  readonly type?: "response" | "conversion" | "resource" | "request" | "warcinfo" | "metadata";
  readonly url?: string;
  readonly date?: string;
  /** Of the record. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: string;
  /** Of the HTTP response. */
  readonly http?: Readonly<Record<string, string>>;
}

/** One record as it is stored, uncompressed. */
export async function record(content: string | Uint8Array, options: RecordOptions = {}): Promise<Buffer> {
  const {
    type = "conversion",
    url = "https://news.example/harbour",
    date = "2024-03-05T06:07:08Z",
  } = options;
  const made = WARCRecord.create(
    {
      type,
      url,
      date,
      warcHeaders: { ...(type === "conversion" ? { "Content-Type": "text/plain" } : {}), ...options.headers },
      statusline: options.status ?? "HTTP/1.1 200 OK",
      httpHeaders: { ...options.http },
    },
    [Buffer.from(content)],
  );
  return Buffer.from(await WARCSerializer.serialize(made, { gzip: false }));
}

export const page = (body: string): string =>
  `<!doctype html><html><head><title>Harbour wall</title></head><body><article><h1>Harbour wall</h1>${body}</article></body></html>`;

/** A response with a page. */
export const response = (content: string | Uint8Array, options: RecordOptions = {}): Promise<Buffer> =>
  record(content, { type: "response", ...options, http: { "Content-Type": "text/html", ...options.http } });

/** Each record a member, as crawlers store them. */
export const members = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((one) => gzipSync(one)));
