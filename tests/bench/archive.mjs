/** Web archives of any size: the fixtures as crawlers store them, a gzip member a record, written by warcio. */
import { closeSync, openSync, writeSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";
import { fixturePages, fixtureTexts } from "./corpus.mjs";

const MEGABYTE = 1_000_000;
const DATE = "2024-03-05T06:07:08Z";

const RECORDS = {
  /** Texts, as in Common Crawl's WET files. */
  wet: (text, url) => ({
    options: { type: "conversion", url, date: DATE, warcHeaders: { "Content-Type": "text/plain" } },
    text,
  }),
  /** Pages as they were sent. */
  warc: (text, url) => ({
    options: {
      type: "response",
      url,
      date: DATE,
      statusline: "HTTP/1.1 200 OK",
      httpHeaders: { "Content-Type": "text/html; charset=utf-8" },
    },
    text,
  }),
};

async function recordsOf(kind) {
  const texts = kind === "wet" ? fixtureTexts() : fixturePages();
  return Promise.all(
    texts.map(async (text, i) => {
      const { options, text: content } = RECORDS[kind](text, `https://news.example/${i}`);
      const record = WARCRecord.create(options, [Buffer.from(content)]);
      const bytes = Buffer.from(await WARCSerializer.serialize(record, { gzip: false }));
      return { bytes: gzipSync(bytes), unpacked: bytes.length };
    }),
  );
}

/** Writes an archive, "wet" or "warc", of so many megabytes when it is unpacked. */
export async function writeArchive(file, kind, megabytes) {
  const records = await recordsOf(kind);
  const out = openSync(file, "w");
  let unpacked = 0;
  for (let i = 0; unpacked < megabytes * MEGABYTE; i++) {
    const record = records[i % records.length];
    writeSync(out, record.bytes);
    unpacked += record.unpacked;
  }
  closeSync(out);
  return file;
}
