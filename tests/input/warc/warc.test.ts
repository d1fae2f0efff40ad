import { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.js";
import { STANDARD_INPUT } from "../../../src/input/inputFile.js";
import { type ReadOptions, readDocuments } from "../../../src/input/read.js";
import type { SourceDocument } from "../../../src/model.js";
import { members, page, record, response } from "./archive.js";

/** From Node 22.15 on. */
const zstd = (zlib as { readonly zstdCompressSync?: (bytes: Buffer) => Buffer }).zstdCompressSync;

async function read(
  bytes: Uint8Array,
  options: ReadOptions = {},
  size = 1000,
): Promise<(SourceDocument | InputError)[]> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  const found: (SourceDocument | InputError)[] = [];
  const stdin = Readable.from(pieces);
  for await (const document of readDocuments(STANDARD_INPUT, { stdin, format: "warc", ...options })) {
    found.push(document);
  }
  return found;
}

/** What was read, in short: the text of a document, the place and the reason of a failure. */
const told = (found: readonly (SourceDocument | InputError)[]): string[] =>
  found.map((one) => {
    if (!(one instanceof InputError)) return one.text;
    const { kind } = one.problem;
    return `! ${one.place?.record} ${one.problem.kind === "broken-record" ? one.problem.flaw : kind}`;
  });

const TEXTS = ["The first tide.", "The second tide.", "The third tide.", "The fourth tide."];
const four = () => Promise.all(TEXTS.map((text) => record(text)));

describe("an archive", () => {
  test("gives its conversions as texts, with what their heads tell", async () => {
    const info = await record("", { type: "warcinfo" });
    const wet = await record("Ebbe und Flut.", {
      url: "https://news.example/tide",
      headers: { "WARC-Identified-Content-Language": "deu,eng", "WARC-Record-ID": "<urn:uuid:1>" },
    });
    expect(await read(Buffer.concat([info, wet]))).toEqual([
      {
        path: null,
        record: 1,
        format: "text",
        encoding: "utf-8",
        text: "Ebbe und Flut.",
        url: "https://news.example/tide",
        contained: true,
        fetched: "2024-03-05T06:07:08Z",
        known: { languages: ["deu", "eng"] },
        id: "<urn:uuid:1>",
      },
    ]);
  });
  test("gives the pages of its responses and nothing of requests, pictures, errors and redirections", async () => {
    const records = await Promise.all([
      record("GET / HTTP/1.1\r\n\r\n", { type: "request" }),
      response(page("<p>One.</p>")),
      response("GIF89a", { http: { "Content-Type": "image/gif" } }),
      response(page("<p>Not found.</p>"), { status: "HTTP/1.1 404 Not Found" }),
      response(page("<p>Moved.</p>"), { status: "HTTP/1.1 301 Moved" }),
      record(page("<p>Two.</p>"), { type: "resource", headers: { "Content-Type": "text/html" } }),
    ]);
    const found = await read(Buffer.concat(records));
    expect(found).toMatchObject([
      { record: 1, format: "html", url: "https://news.example/harbour" },
      { record: 5, format: "html" },
    ]);
    expect(told(found)).toEqual([page("<p>One.</p>"), page("<p>Two.</p>")]);
  });
  test.each([
    ["as it is", (stored: Buffer) => stored],
    ["a member a record", (_: Buffer, records: Buffer[]) => members(records)],
    ["in one member", (stored: Buffer) => gzipSync(stored)],
    [
      "in members that end within records",
      (stored: Buffer) => members([stored.subarray(0, 700), stored.subarray(700)]),
    ],
    [
      "with zeros between members",
      (_: Buffer, [a, b, c, d]: Buffer[]) =>
        Buffer.concat([members([a, b] as Buffer[]), Buffer.alloc(50), members([c, d] as Buffer[])]),
    ],
  ])("is read %s, whatever the pieces", async (_, store) => {
    const records = await four();
    const stored = store(Buffer.concat(records), records);
    for (const size of [1, 7, 100, 1 << 20]) expect(told(await read(stored, {}, size))).toEqual(TEXTS);
  });
  test("may have other line ends, and more or fewer of them between records", async () => {
    const [a = Buffer.alloc(0), b = Buffer.alloc(0)] = await four();
    const unix = Buffer.from(a.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    const tight = a.subarray(0, -4);
    expect(told(await read(Buffer.concat([unix, tight, b, Buffer.from("\r\n\r\n\r\n"), b])))).toEqual([
      TEXTS[0],
      TEXTS[0],
      TEXTS[1],
      TEXTS[1],
    ]);
  });
  test("is told by its first bytes when nothing else tells, compressed or not", async () => {
    const records = await four();
    for (const stored of [Buffer.concat(records), members(records)]) {
      expect(told(await read(stored, { format: "auto" }))).toEqual(TEXTS);
    }
  });
});

describe("a response", () => {
  const html = page("<p>Grüße von der Küste.</p>");
  const chunked = (body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`${(10).toString(16)}\r\n`),
      body.subarray(0, 10),
      Buffer.from(`\r\n${(body.length - 10).toString(16)};name=value\r\n`),
      body.subarray(10),
      Buffer.from("\r\n0\r\nTrailer: yes\r\n\r\n"),
    ]);
  const bytes = Buffer.from(html);
  test.each<[string, Buffer, Record<string, string>]>([
    ["in gzip", gzipSync(bytes), { "Content-Encoding": "gzip" }],
    ["in deflate", deflateSync(bytes), { "Content-Encoding": "deflate" }],
    ["in raw deflate", deflateRawSync(bytes), { "content-encoding": "Deflate" }],
    ["in Brotli", brotliCompressSync(bytes), { "Content-Encoding": "br" }],
    ["in chunks", chunked(bytes), { "Transfer-Encoding": "chunked" }],
    [
      "in chunks of gzip",
      chunked(gzipSync(bytes)),
      { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" },
    ],
    ["twice in gzip", gzipSync(gzipSync(bytes)), { "Content-Encoding": "gzip, gzip" }],
    ["said to be in chunks, but stored without", bytes, { "Transfer-Encoding": "chunked" }],
    ["in gzip, which nothing says", gzipSync(bytes), {}],
    ["in gzip, and said to be in Brotli", gzipSync(bytes), { "Content-Encoding": "br" }],
    ["as it is", bytes, { "Content-Encoding": "identity, utf-8" }],
    ["said to be in gzip, but stored without", bytes, { "Content-Encoding": "gzip" }],
    ["said to be in Brotli, but stored without", bytes, { "Content-Encoding": "br" }],
  ])("%s is decoded", async (_, body, http) => {
    expect(told(await read(await response(body, { http })))).toEqual([html]);
  });
  test.runIf(zstd !== undefined)("in Zstandard is decoded, where Node can", async () => {
    const packed = zstd?.(bytes) ?? bytes;
    expect(told(await read(await response(packed, { http: { "Content-Encoding": "zstd" } })))).toEqual([
      html,
    ]);
  });
  test("has the charset that its HTTP head names", async () => {
    const latin = Buffer.from(html, "latin1");
    const found = await read(
      await response(latin, { http: { "Content-Type": "text/html; Charset=ISO-8859-1" } }),
    );
    expect(found).toMatchObject([{ encoding: "windows-1252", text: html }]);
  });
  test("that is cut off in its compression gives what there is", async () => {
    const body = gzipSync(page("<p>The tide came in at noon.</p>".repeat(500)));
    const [text = ""] = told(
      await read(await response(body.subarray(0, -30), { http: { "Content-Encoding": "gzip" } })),
    );
    expect(text).toContain("<p>The tide came in at noon.</p>");
  });
  test("that is a PDF under the name of a page is told with its place", async () => {
    const pdf = await response("%PDF-1.7\n%âãÏÓ");
    const found = await read(Buffer.concat([pdf, await record("Next.")]));
    expect(found).toMatchObject([
      {
        place: { record: 0, url: "https://news.example/harbour" },
        problem: { kind: "binary", looksLike: "PDF" },
      },
      { text: "Next." },
    ]);
  });
  test("that unpacks to more than a record may have is stepped over", async () => {
    const bomb = await response(gzipSync(Buffer.alloc(5_000_000, 32)), {
      http: { "Content-Encoding": "gzip" },
    });
    const found = await read(Buffer.concat([bomb, await record("Next.")]), { maxRecord: 1_000_000 });
    expect(told(found)).toEqual(["! 0 too-large", "Next."]);
  });
});

describe("a broken record", () => {
  const withLength = (stored: Buffer, length: number | string): Buffer =>
    Buffer.from(
      stored.toString("latin1").replace(/Content-Length: \d+/, `Content-Length: ${length}`),
      "latin1",
    );

  test.each([
    ["too small", 3],
    ["too large", 400],
    ["past the end of the file", 100_000],
    ["missing", "many"],
  ])("with a Content-Length that is %s is told, and the next is read", async (_, length) => {
    const [a, b, c] = (await four()) as [Buffer, Buffer, Buffer];
    for (const size of [1, 50, 1 << 20]) {
      expect(told(await read(Buffer.concat([a, withLength(b, length), c]), {}, size))).toEqual([
        TEXTS[0],
        "! 1 length",
        TEXTS[2],
      ]);
    }
  });
  test("with a Content-Length beyond all bounds does not take the others with it", async () => {
    const [a, b, c] = (await four()) as [Buffer, Buffer, Buffer];
    expect(told(await read(Buffer.concat([a, withLength(b, 999_999_999_999), c])))).toEqual([
      TEXTS[0],
      "! 1 too-large",
      TEXTS[2],
    ]);
  });
  test("that the end cuts off is told", async () => {
    const stored = Buffer.concat(await four());
    for (const size of [1, 1 << 20]) {
      const found = told(await read(stored.subarray(0, -10), {}, size));
      expect(found).toEqual([...TEXTS.slice(0, 3), "! 3 cut-off"]);
    }
  });
  test("above --max-record is stepped over, whatever its size", async () => {
    const large = await record("wave ".repeat(100_000));
    const [a, b] = (await four()) as [Buffer, Buffer];
    for (const store of [(all: Buffer[]) => Buffer.concat(all), members]) {
      const found = await read(store([a, large, b]), { maxRecord: 100_000 });
      expect(told(found)).toEqual([TEXTS[0], "! 1 too-large", TEXTS[1]]);
      expect(found[1]).toMatchObject({
        problem: { limit: 100_000 },
        place: { url: "https://news.example/harbour" },
      });
    }
  });
  test("that packs small and unpacks to much takes no other with it", async () => {
    const large = await record("wave ".repeat(4_000_000));
    const [a, b, c] = (await four()) as [Buffer, Buffer, Buffer];
    for (const stored of [members([a, large, b, c]), members([large, a, large, b, c, large])]) {
      for (const size of [1000, 1 << 20]) {
        const found = told(await read(stored, {}, size)).filter((one) => !one.endsWith("too-large"));
        expect(found).toEqual(TEXTS.slice(0, 3));
      }
    }
  });
  test("in the middle of rubbish is found", async () => {
    const [a, b] = (await four()) as [Buffer, Buffer];
    const rubbish = Buffer.from("WARC/ is a format.\nWARC/1.0\r\n\r\nnothing\r\n".repeat(5));
    expect(told(await read(Buffer.concat([a, rubbish, b])))).toEqual([TEXTS[0], "! 1 length", TEXTS[1]]);
    expect(told(await read(Buffer.concat([rubbish, b])))).toEqual(["! 0 length", TEXTS[1]]);
  });
  test("leaves the one before it, when there is rubbish between them", async () => {
    const [a, b, c] = (await four()) as [Buffer, Buffer, Buffer];
    const stored = [a, Buffer.from("rubbish\nin lines\n\n"), b, Buffer.alloc(3000, 0xfe), c];
    for (const size of [1, 64, 1 << 20]) {
      expect(told(await read(Buffer.concat(stored), {}, size))).toEqual([
        TEXTS[0],
        "! 1 start",
        TEXTS[1],
        "! 3 start",
        TEXTS[2],
      ]);
    }
  });
  test.each([-5, 0])("with a Content-Length of %j is told", async (length) => {
    const [a, b, c] = (await four()) as [Buffer, Buffer, Buffer];
    expect(told(await read(Buffer.concat([a, withLength(b, length), c])))).toEqual([
      TEXTS[0],
      "! 1 length",
      TEXTS[2],
    ]);
  });
  test("without an end of its head does not fill the memory", async () => {
    const endless = Buffer.concat([Buffer.from("WARC/1.0\r\n"), Buffer.alloc(300_000, "X-Field: a\r\n")]);
    expect(told(await read(endless))).toEqual(["! 0 head"]);
  });
});

describe("damage in gzip", () => {
  const long = (text: string) =>
    record(text + Array.from({ length: 400 }, (_, i) => ` ${i * 7919}`).join(""));

  test("takes one member alone: cut off, overwritten, or with a wrong check", async () => {
    const records = await Promise.all(TEXTS.map(long));
    const packed = records.map((one) => gzipSync(one)) as [Buffer, Buffer, Buffer, Buffer];
    const overwritten = Buffer.from(packed[1]).fill(0x55, 200, 260);
    const wrongCheck = Buffer.from(packed[1]);
    wrongCheck[wrongCheck.length - 6] = (wrongCheck.at(-6) ?? 0) ^ 0xff;
    for (const broken of [packed[1].subarray(0, 300), overwritten, wrongCheck]) {
      for (const size of [1, 64, 1 << 20]) {
        const found = told(await read(Buffer.concat([packed[0], broken, packed[2], packed[3]]), {}, size));
        expect(found.map((text) => text.slice(0, 12))).toEqual([
          "The first ti",
          "! 1 corrupt",
          "The third ti",
          "The fourth t",
        ]);
      }
    }
  });
  test("that is rubbish behind a member leaves that member", async () => {
    const records = await Promise.all(TEXTS.map(long));
    const named = (bytes: Buffer): Buffer => {
      const packed = gzipSync(bytes);
      packed[3] = 8 + 16;
      return Buffer.concat([packed.subarray(0, 10), Buffer.from("a.warc\0note\0"), packed.subarray(10)]);
    };
    const packed = records.map(named) as [Buffer, Buffer, Buffer, Buffer];
    for (const size of [1, 64, 1 << 20]) {
      const stored = [packed[0], Buffer.from("rubbish"), packed[1], packed[2], Buffer.from("more")];
      const found = told(await read(Buffer.concat(stored), {}, size));
      expect(found.map((text) => text.slice(0, 12))).toEqual([
        "The first ti",
        "! 1 corrupt",
        "The second t",
        "The third ti",
        "! 4 corrupt",
      ]);
    }
  });
  test("at the end is told", async () => {
    const stored = members(await four());
    const found = told(await read(stored.subarray(0, -20)));
    expect(found).toEqual([...TEXTS.slice(0, 3), "! 3 truncated"]);
  });
  test("anywhere ends no run, and leaves the members that it does not touch", async () => {
    const packed = (await Promise.all(TEXTS.map(long))).map((one) => gzipSync(one));
    const stored = Buffer.concat(packed);
    const first = (packed[0] as Buffer).length;
    await fc.assert(
      // A head that is damaged may take what follows with it: it can name a field of any length.
      fc.asyncProperty(
        fc.integer({ min: 10, max: first - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const broken = Buffer.from(stored);
          broken[at] = (broken[at] ?? 0) ^ change;
          const found = told(await read(broken, { format: "warc" }, 4096)).map((text) => text.slice(0, 12));
          expect(found.slice(-3)).toEqual(["The second t", "The third ti", "The fourth t"]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("any bytes are read to their end", async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(
        "WARC/1.0\r\n",
        "WARC/1.1\nA:",
        "Content-Length: 5\r\n",
        "Content-Length: 99999\r\n",
        "\r\n\r\n",
        "WARC-Type: conversion\r\n",
        "\x1f\x8b\x08\0",
      )
      .map((text) => Buffer.from(text, "latin1")),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 20 }),
      fc.integer({ min: 1, max: 30 }),
      async (pieces, size) => {
        await read(Buffer.concat(pieces), { maxRecord: 1000 }, size);
      },
    ),
    { numRuns: 200 },
  );
});
