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

/** The fixtures' inputs of a name. */
const fixtures = (input) =>
  readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(FIXTURES, name, input))
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => readFileSync(path, "utf8"));

/** Over and over until it is of a page's size. */
const repeated = (text) => text.repeat(Math.ceil(BYTES_A_DOCUMENT / Buffer.byteLength(text)));

/** The fixtures that are texts, each of a page's size. */
export const fixtureTexts = () => fixtures("input.txt").map((text) => repeated(`${text}\n`));

/** The fixtures that are pages, with what stands in their bodies over and over. */
export const fixturePages = () =>
  fixtures("input.html").map((page) =>
    page.replace(/(<body[^>]*>)([\s\S]*)(<\/body>)/, (_, start, body, end) => start + repeated(body) + end),
  );

/** Writes documents of so many megabytes in all into a folder. */
export const writeDocuments = (folder, megabytes) => write(folder, megabytes, fixtureTexts(), "txt");

/** The same with pages. */
export const writePages = (folder, megabytes) => write(folder, megabytes, fixturePages(), "html");

function write(folder, megabytes, texts, extension) {
  const documents = texts.map((text) => Buffer.from(text));
  let written = 0;
  for (let i = 0; written < megabytes * MEGABYTE; i++) {
    const parent = join(folder, String(Math.floor(i / FILES_A_FOLDER)).padStart(3, "0"));
    if (i % FILES_A_FOLDER === 0) mkdirSync(parent, { recursive: true });
    const document = documents[i % documents.length];
    writeFileSync(join(parent, `${String(i).padStart(6, "0")}.${extension}`), document);
    written += document.length;
  }
  return folder;
}

/** Writes one file of nearly so many megabytes without a line end. */
export function writeOneLine(file, megabytes) {
  const line = Buffer.from(`${fixtures("input.txt").join(" ").replace(/\s+/g, " ")} `);
  const out = openSync(file, "w");
  for (let written = 0; written + line.length <= megabytes * MEGABYTE; written += line.length) {
    writeSync(out, line);
  }
  closeSync(out);
  return file;
}
