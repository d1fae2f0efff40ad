/** Inputs of every kind for runs that are stopped: the same bytes each time, no two documents alike. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const PLACES = [
  "harbour",
  "market hall",
  "old bridge",
  "town library",
  "river bank",
  "tram depot",
  "water tower",
];
const DEEDS = ["was closed", "will be rebuilt", "drew a crowd", "lost its roof", "was sold", "opened again"];
const DAYS = [
  "on Monday",
  "last spring",
  "before the storms",
  "at the council's wish",
  "after a long debate",
];
const MENU = [
  "Home",
  "News",
  "Weather",
  "Sport",
  "Contact",
  "Share this article",
  "Subscribe to our newsletter",
];

const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Numbers from 0 to 1 that a seed decides: mulberry32. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sentence(random) {
  const number = Math.floor(random() * 10_000);
  return `The ${pick(PLACES, random)} ${pick(DEEDS, random)} ${pick(DAYS, random)}, said ${number} people who had asked the council for it.`;
}

/** A dump of a page, of some kilobytes. */
export function dump(random) {
  const paragraphs = Array.from({ length: 4 + Math.floor(random() * 12) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => sentence(random)).join(" "),
  );
  return [
    ...MENU,
    `${pick(PLACES, random)} ${Math.floor(random() * 1000)}`,
    ...paragraphs,
    "© Harbour Post",
  ].join("\n");
}

function wetRecord(text, i) {
  const content = Buffer.from(text);
  const head = [
    "WARC/1.0",
    "WARC-Type: conversion",
    `WARC-Target-URI: https://news.example/${i}`,
    "WARC-Date: 2024-03-05T06:07:08Z",
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, "0")}>`,
    "Content-Type: text/plain",
    `Content-Length: ${content.length}`,
  ];
  return gzipSync(
    Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), content, Buffer.from("\r\n\r\n")]),
  );
}

/** A folder of documents with two that cannot be read, an archive, and an export with broken lines. */
export function writeInputs(folder, documents, seed = 1) {
  const random = randomOf(seed);
  for (let i = 0; i < documents; i++) {
    const parent = join(folder, "pages", String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(parent, { recursive: true });
    const isBroken = i === Math.floor(documents / 2) || i === documents - 1;
    const bytes = isBroken ? Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) : dump(random);
    writeFileSync(join(parent, `${String(i).padStart(5, "0")}.txt`), bytes);
  }
  const records = Array.from({ length: documents }, (_, i) => wetRecord(dump(random), i));
  writeFileSync(join(folder, "crawl.warc.wet.gz"), Buffer.concat(records));
  const lines = Array.from({ length: documents }, (_, i) =>
    i % Math.ceil(documents / 3) === 1
      ? '{"broken'
      : JSON.stringify({ id: `e${i}`, title: `Number ${i}`, text: dump(random) }),
  );
  writeFileSync(join(folder, "export.jsonl"), `${lines.join("\n")}\n`);
}
