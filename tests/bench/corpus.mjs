/** Text to measure with, made from the fixtures: the same bytes on every machine. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FIXTURES = fileURLToPath(new URL("../../fixtures/documents/", import.meta.url));

/** About what a page has in the text archives of a crawl. */
const BYTES_A_DOCUMENT = 16_000;

/** A folder's files hold so many. */
const FILES_A_FOLDER = 1_000;

const MEGABYTE = 1_000_000;

function fixtureTexts() {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(FIXTURES, name, "input.txt"))
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => readFileSync(path, "utf8"));
}

/** Writes documents of so many megabytes in all into a folder; each is a fixture, over and over until it is of a page's size. */
export function writeDocuments(folder, megabytes) {
  const documents = fixtureTexts().map((text) => {
    const times = Math.ceil(BYTES_A_DOCUMENT / Buffer.byteLength(text));
    return Buffer.from(`${text}\n`.repeat(times));
  });
  let written = 0;
  for (let i = 0; written < megabytes * MEGABYTE; i++) {
    const parent = join(folder, String(Math.floor(i / FILES_A_FOLDER)).padStart(3, "0"));
    if (i % FILES_A_FOLDER === 0) mkdirSync(parent, { recursive: true });
    const document = documents[i % documents.length];
    writeFileSync(join(parent, `${String(i).padStart(6, "0")}.txt`), document);
    written += document.length;
  }
  return folder;
}

/** Writes one file of nearly so many megabytes without a line end. */
export function writeOneLine(file, megabytes) {
  const line = Buffer.from(`${fixtureTexts().join(" ").replace(/\s+/g, " ")} `);
  const out = openSync(file, "w");
  for (let written = 0; written + line.length <= megabytes * MEGABYTE; written += line.length) {
    writeSync(out, line);
  }
  closeSync(out);
  return file;
}
