import { describe, expect, test } from "vitest";
import { htmlDocument, looksLikeHtml } from "../../src/input/readers/html.js";
import { encode } from "./encode.js";

const page = (charset: string, text: string): string =>
  `<html><head><meta charset="${charset}"><title>x</title></head><body><p>${text}</p></body></html>`;
const read = (bytes: Uint8Array, charset: string | null = null) =>
  htmlDocument(bytes, { path: "a.html", charset });
const cyrillic = "Гавань замёрзла в ночь на пятницу";

describe("the charset", () => {
  test.each<[string, Uint8Array, string | null, string, string]>([
    [
      "of the meta element",
      encode(page("windows-1251", cyrillic), "windows-1251"),
      null,
      "windows-1251",
      cyrillic,
    ],
    [
      "of the older meta element",
      encode(
        page('x"><meta http-equiv="Content-Type" content="text/html; charset=KOI8-R', cyrillic),
        "koi8-r",
      ),
      "koi8-r",
      "koi8-r",
      cyrillic,
    ],
    [
      "of the HTTP header, before the meta element",
      encode(page("utf-8", cyrillic), "windows-1251"),
      "Windows-1251",
      "windows-1251",
      cyrillic,
    ],
    [
      "of the byte order mark, before both",
      Buffer.from(`\ufeff${page("windows-1251", cyrillic)}`),
      "koi8-r",
      "utf-8",
      cyrillic,
    ],
    [
      "of the meta element that is no comment",
      encode(
        page('x"><!-- <meta charset="koi8-r"> --><meta charset="windows-1251', cyrillic),
        "windows-1251",
      ),
      null,
      "windows-1251",
      cyrillic,
    ],
    [
      "of a meta element far behind styles",
      encode(`<style>${"p { } ".repeat(1000)}</style>${page("koi8-r", cyrillic)}`, "koi8-r"),
      null,
      "koi8-r",
      cyrillic,
    ],
    [
      "of the bytes, where they are UTF-16 whatever is declared",
      Buffer.from(page("koi8-r", cyrillic), "utf16le"),
      null,
      "utf-16le",
      cyrillic,
    ],
    [
      "of the bytes, where they are UTF-8 after all",
      Buffer.from(page("iso-8859-1", "Café")),
      null,
      "utf-8",
      "Café",
    ],
    [
      "of the bytes, where UTF-8 is declared and is not there",
      encode(page("utf-8", "Die Müllabfuhr kommt für alle Häuser später"), "windows-1252"),
      null,
      "windows-1252",
      "Müllabfuhr",
    ],
    [
      "of the bytes, where nobody knows the declared one",
      Buffer.from(page("klingon", "Café")),
      null,
      "utf-8",
      "Café",
    ],
    [
      "of an XML declaration",
      encode(`<?xml version="1.0" encoding="windows-1251"?><p>${cyrillic}</p>`, "windows-1251"),
      null,
      "windows-1251",
      cyrillic,
    ],
  ])("%s", (_what, bytes, charset, encoding, text) => {
    const document = read(bytes, charset);
    expect(document.encoding).toBe(encoding);
    expect(document.text).toContain(text);
  });
});

test("a file without any tag is a text with the wrong name", () => {
  expect(read(Buffer.from("Harbour freezes over\n\n1 < 2 and 3 > 2.")).format).toBe("text");
  expect(read(Buffer.from("Harbour <b>freezes</b> over")).format).toBe("html");
});

test.each([
  ["%PDF-1.7 <html>", "PDF"],
  ["\x89PNG\r\n\x1a\n<html>", "PNG"],
])("what is no page at all is refused: %j", (text, looksLike) => {
  expect(() => read(Buffer.from(text, "latin1"))).toThrow(
    expect.objectContaining({ problem: { kind: "binary", looksLike } }),
  );
});

test.each<[Uint8Array, boolean]>([
  [Buffer.from("<!DOCTYPE html><p>x"), true],
  [Buffer.from("\ufeff\n <!-- saved from x -->\n<HTML lang=en>"), true],
  [Buffer.from('<?xml version="1.0"?>\n<!doctype html>'), true],
  [Buffer.from("\ufeff<!doctype html>", "utf16le"), true],
  [Buffer.from("The <html> tag begins a page."), false],
  [Buffer.from("<p>A fragment"), false],
  [Buffer.from(""), false],
  [Buffer.from(`${" ".repeat(100_000)}<html>`), false],
])("tells pages by their beginning", (bytes, expected) => {
  expect(looksLikeHtml(bytes)).toBe(expected);
});
