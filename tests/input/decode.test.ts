import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError, type InputProblem } from "../../src/errors.js";
import { resolveEncoding } from "../../src/input/charset/encodings.js";
import { decode } from "../../src/input/decode.js";
import { encode } from "./encode.js";
import { LEGACY_TEXTS } from "./legacy-texts.js";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

function utf16(text: string, order: "utf-16le" | "utf-16be"): Buffer {
  const encoded = Buffer.from(text, "utf16le");
  return order === "utf-16le" ? encoded : encoded.swap16();
}

function problemOf(action: () => unknown): InputProblem {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  throw new Error("no error");
}

describe("byte order marks", () => {
  const text = "Rådhuset öppnar igen på måndag, säger 市長.";
  it.each([
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", utf16(`\ufeff${text}`, "utf-16le")],
    ["utf-16be", utf16(`\ufeff${text}`, "utf-16be")],
  ])("tells %s and is no part of the text", (encoding, encoded) => {
    expect(decode(encoded)).toEqual({ text, encoding });
  });

  it.each([
    ["utf-32le", true],
    ["utf-32be", false],
  ])("tells %s, which no platform decodes", (encoding, littleEndian) => {
    const codes = [0xfeff, 0x1f4f0, 0x41, 0xd800];
    const encoded = Buffer.alloc(codes.length * 4 + 1);
    for (const [i, code] of codes.entries()) {
      if (littleEndian) encoded.writeUInt32LE(code, i * 4);
      else encoded.writeUInt32BE(code, i * 4);
    }
    expect(decode(encoded)).toEqual({ text: "📰A\ufffd\ufffd", encoding });
  });
});

describe("UTF-8", () => {
  it("reads no bytes as no text", () => {
    expect(decode(bytes())).toEqual({ text: "", encoding: "utf-8" });
  });

  it("keeps a text whose last character is cut", () => {
    const cut = Buffer.from("Le maire était à l’école").subarray(0, -1);
    const whole = Buffer.from("Das Geschäft schließt um fünf – „");
    expect(decode(Buffer.concat([cut, bytes()])).encoding).toBe("utf-8");
    expect(decode(whole.subarray(0, -1))).toEqual({
      text: "Das Geschäft schließt um fünf – \ufffd",
      encoding: "utf-8",
    });
  });

  it("takes two bytes of a cut quotation mark, but not one byte, as UTF-8 when nothing else tells", () => {
    expect(decode(Buffer.concat([latin1("Said: "), bytes(0xe2, 0x80)])).encoding).toBe("utf-8");
    expect(decode(latin1("un café"))).toEqual({ text: "un café", encoding: "windows-1252" });
  });

  it("stays UTF-8 when a few bytes are broken", () => {
    const encoded = Buffer.concat([
      Buffer.from("L’été dernier, la mairie a fermé "),
      bytes(0xe9),
      Buffer.from(" puis rouvert l’école."),
    ]);
    expect(decode(encoded)).toEqual({
      text: "L’été dernier, la mairie a fermé \ufffd puis rouvert l’école.",
      encoding: "utf-8",
    });
  });

  it("reads a text as UTF-8 as long as there is a whole character for each broken one", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2 }), (kinds) => {
        const encoded = Buffer.concat(
          kinds.map((whole) => Buffer.concat([whole ? Buffer.from("é") : bytes(0xe9), latin1(" a")])),
        );
        const wholes = kinds.filter(Boolean).length;
        expect(decode(encoded).encoding === "utf-8").toBe(wholes >= kinds.length - wholes);
      }),
    );
  });

  it.each([
    ["overlong", bytes(0xc0, 0xaf)],
    ["overlong, three bytes", bytes(0xe0, 0x80, 0xaf)],
    ["overlong, four bytes", bytes(0xf0, 0x80, 0x80, 0xaf)],
    ["a surrogate", bytes(0xed, 0xa0, 0x80)],
    ["above U+10FFFF", bytes(0xf4, 0x90, 0x80, 0x80)],
  ])("does not count a character that is %s", (_, encoded) => {
    expect(decode(Buffer.concat([latin1("word "), encoded, latin1(" word")])).encoding).not.toBe("utf-8");
  });

  it("finds any valid UTF-8 to be it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!/[\0\x1b\ufeff\ud800-\udfff]/.test(text) && !text.startsWith("%PDF-"));
        expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
      }),
    );
  });
});

describe("UTF-16 without a mark", () => {
  const texts = [...new Set(LEGACY_TEXTS.map(([, text]) => text))];
  it.each(["utf-16le", "utf-16be"] as const)("is found as %s in every language", (order) => {
    for (const text of texts) {
      for (const page of [
        `${text}\n`,
        `\u3000${text}\r\n\r\n${text}\r\n`,
        `2024-03-01 12:30\n\n${text} 😀`,
      ]) {
        expect(decode(utf16(page, order))).toEqual({ text: page, encoding: order });
      }
    }
  });

  it("is not seen in text with stray NULs", () => {
    for (const text of [
      "abc\0def",
      "One line\0Another line\0A third\0",
      `${"Ein längerer Satz. ".repeat(9)}\0`,
    ]) {
      expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
    }
  });
});

describe("legacy charsets", () => {
  it.each(LEGACY_TEXTS)("finds %s: %.40s", (encoding, text) => {
    expect(decode(encode(text, encoding))).toEqual({ text, encoding });
  });

  it.each(LEGACY_TEXTS)("finds %s late in a long page of ASCII", (encoding, text) => {
    const page = `${"Home | News | Contact | About the Harbour Post\n".repeat(400)}${text}\n${text}\n`;
    expect(decode(encode(page, encoding))).toEqual({ text: page, encoding });
  });

  it.each([
    ["windows-1252", "Le maire a été réélu à une large majorité. Il a remercié les électeurs.\0 Fin.\0"],
    ["windows-1251", "Городской совет утвердил бюджет на следующий год.\0 Конец.\0"],
  ])("finds %s though there are stray NULs", (encoding, text) => {
    expect(decode(encode(text, encoding))).toEqual({ text, encoding });
  });

  it("finds the charset of a text that is damaged here and there", () => {
    const [, text] = LEGACY_TEXTS.find(([name]) => name === "shift_jis") ?? ["", ""];
    const damaged = encode(text.repeat(3), "shift_jis").map((byte, i) => (i % 150 === 149 ? 0xfd : byte));
    const decoded = decode(damaged);
    expect(decoded.encoding).toBe("shift_jis");
    expect(decoded.text).toContain("\ufffd");
  });

  it("takes windows-1252 for what is no text in any", () => {
    const encoded = bytes(...Array.from({ length: 400 }, (_, i) => 0xfd + (i % 3)));
    expect(decode(encoded).encoding).toBe("windows-1252");
  });

  it("decodes all of windows-1252", () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(decode(all, { encoding: "windows-1252" }).text.slice(0x7f, 0xa3)).toBe(
      "\x7f€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0¡¢",
    );
  });

  it("knows the syllables of Korean that came later than euc-kr", () => {
    // First and last of the two parts of the extension, between syllables of the plain set; as iconv's CP949 has it.
    const encoded = bytes(0xb0, 0xa1, 0x81, 0x41, 0xa0, 0xfe, 0x41, 0xa1, 0x41, 0xc6, 0x52, 0xc8, 0xfe);
    expect(decode(encoded, { encoding: "euc-kr" }).text).toBe("가갂좤A좥힣힝");
  });

  it("knows ISO-2022-JP, which is all ASCII", () => {
    const encoded = latin1("Re: \x1b$B;T5D2q\x1b(B done");
    expect(decode(encoded)).toEqual({ text: "Re: 市議会 done", encoding: "iso-2022-jp" });
  });

  it("does not take it for more than ASCII", () => {
    const text = "\x1b$B;T5D2q\x1b(B – 市議会";
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
  });

  it("does not take the colours of a terminal for it", () => {
    const text = "\x1b[31mred\x1b[0m costs $B 5";
    expect(decode(latin1(text))).toEqual({ text, encoding: "utf-8" });
  });
});

describe("a named encoding", () => {
  it("is taken at its word", () => {
    expect(decode(Buffer.from("é"), { encoding: "windows-1251" })).toEqual({
      text: "Г©",
      encoding: "windows-1251",
    });
  });

  it.each([
    ["UTF8", "utf-8"],
    [" cp1251 ", "windows-1251"],
    ["latin1", "windows-1252"],
    ["Latin-1", "windows-1252"],
    ["sjis", "shift_jis"],
    ["cp932", "shift_jis"],
    ["cp949", "euc-kr"],
    ["utf-16", "utf-16le"],
  ])("may be called %s", (name, encoding) => {
    expect(resolveEncoding(name)).toBe(encoding);
  });

  it.each(["utf-9", "", "replacement", "iso-2022-kr"])("must be known: %j", (name) => {
    expect(() => resolveEncoding(name)).toThrowError(
      expect.objectContaining({ name: "UsageError", subject: "--encoding", found: `"${name}"` }),
    );
  });

  it("tells the first byte of the first broken character", () => {
    const encoded = Buffer.concat([Buffer.from("naïve caf"), bytes(0xe9), latin1(" au lait "), bytes(0xe9)]);
    expect(problemOf(() => decode(encoded, { encoding: "utf-8" }))).toEqual({
      kind: "undecodable",
      encoding: "utf-8",
      byte: 0xe9,
      offset: 10,
    });
  });

  it("tells it wherever the broken character stands", () => {
    fc.assert(
      fc.property(fc.nat({ max: 140_000 }), (offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset, "é"), latin1("\xe2\x82 and more")]);
        expect(problemOf(() => decode(encoded, { encoding: "utf-8" }))).toMatchObject(
          // An odd offset cuts the é before it.
          offset % 2 === 0 ? { byte: 0xe2, offset } : { byte: 0xc3, offset: offset - 1 },
        );
      }),
      { numRuns: 30, examples: [[65_535], [65_536], [65_534], [131_070], [131_072]] },
    );
  });

  it("refuses what a double-byte charset does not have", () => {
    expect(problemOf(() => decode(bytes(0x41, 0x82, 0xa0, 0xfd, 0x41), { encoding: "shift_jis" }))).toEqual({
      kind: "undecodable",
      encoding: "shift_jis",
      byte: 0xfd,
      offset: 3,
    });
  });

  it("forgives a character that the end cuts", () => {
    expect(decode(bytes(0x41, 0x82, 0xa0, 0x82), { encoding: "shift_jis" }).text).toBe("Aあ\ufffd");
    expect(decode(bytes(0x41, 0xe2, 0x82), { encoding: "utf-8" }).text).toBe("A\ufffd");
  });

  it("follows the mark when it is UTF-16, whose name does not say the byte order", () => {
    const encoded = utf16("\ufeffwords", "utf-16be");
    expect(decode(encoded, { encoding: resolveEncoding("utf-16") })).toEqual({
      text: "words",
      encoding: "utf-16be",
    });
  });
});

describe("binary data", () => {
  it.each([
    ["PDF", latin1("%PDF-1.7\n1 0 obj")],
    ["PNG", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["JPEG", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0")],
    ["GIF", latin1("GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff")],
    ["ZIP", latin1("PK\x03\x04\x14\0\0\0")],
    ["ELF", latin1("\x7fELF\x02\x01\x01\0\0")],
    ["gzip", latin1("\x1f\x8b\x08\0\0\0\0\0")],
    ["SQLite", latin1("SQLite format 3\0\x10\0")],
    ["Windows program", latin1("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0")],
    ["tar", Buffer.concat([latin1("a.txt"), Buffer.alloc(252), latin1("ustar\x0000")])],
  ])("is called by its name: %s", (looksLike, encoded) => {
    expect(problemOf(() => decode(encoded, { path: "a.txt" }))).toEqual({ kind: "binary", looksLike });
  });

  it.each([
    ["NULs", Buffer.alloc(1000)],
    ["a NUL", Buffer.alloc(1)],
    ["all bytes", Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    ["small integers", Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? i / 4 : 0))],
    [
      "noise",
      Uint8Array.from({ length: 2000 }, (_, i) => (i * i * 31 + i * 7 + ((i * 2654435761) >>> 13)) & 0xff),
    ],
  ])("needs no name: %s", (_, encoded) => {
    expect(problemOf(() => decode(encoded))).toEqual({ kind: "binary", looksLike: null });
  });

  it("is refused under a named encoding too", () => {
    expect(problemOf(() => decode(latin1("%PDF-1.4"), { encoding: "utf-8" })).kind).toBe("binary");
  });

  it.each([
    "MZ is what the file starts with, says the manual.",
    "GIF89a is a format of images.",
    "Formats WEBP and AVIF",
    "The ftyp box",
    "BM",
    "Bell\x07, backspace\x08, \x1b[31mcolour\x1b[0m, form feed\f and \x00 are in this text.",
    "\x01\x02\x03",
  ])("is not text that only looks like it: %j", (text) => {
    expect(decode(latin1(text))).toEqual({ text, encoding: "utf-8" });
  });
});

it("gives a text or an InputError for any bytes", () => {
  const mixed = fc.uint8Array({ maxLength: 300 });
  const high = fc
    .array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 300 })
    .map((values) => bytes(...values));
  fc.assert(
    fc.property(
      fc.oneof(mixed, high),
      fc.constantFrom(null, "utf-8", "euc-kr", "shift_jis", "utf-16le"),
      (input, encoding) => {
        const before = Uint8Array.from(input);
        try {
          const decoded = decode(input, { encoding });
          expect(decoded).toEqual(decode(input, { encoding }));
          expect(typeof decoded.text).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
        expect(input).toEqual(before);
      },
    ),
    { numRuns: 1000 },
  );
});
