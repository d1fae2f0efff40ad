/**
 * The phrases of the built-in packs as a file of numbers, made when the program is built: hashing thousands of phrases
 * at every start would cost as much as starting Node does, and so would making strings of them, of which a run meets
 * few.
 *
 * The file: the number of phrases, how many bytes their texts take and how many numbers each column has; the columns,
 * the last of which tells where each phrase's text ends; the bit sets of first words, and the texts in UTF-8. All but bit
 * sets and texts are 32-bit numbers in the byte order of the machine that built it; another one builds its own.
 */
import { FIRST_BYTES } from "../features/word-table.js";
import type { PhraseIndexData, PhraseMatcher } from "./phrases.js";

const COLUMNS = 8;
const HEADER = 2 + COLUMNS;
const WORD_BYTES = 4;

export function encodeIndex({ index, texts, size }: PhraseMatcher): Uint8Array {
  const { opening, inside } = index;
  const bytes = Buffer.from(texts.join(""));
  let end = 0;
  const textEnds = Int32Array.from(texts, (text) => {
    end += Buffer.byteLength(text);
    return end;
  });
  const columns = [
    opening.trie.places,
    opening.ends,
    opening.firstEnds,
    inside.words.places,
    inside.firsts,
    inside.phrases,
    inside.hashes,
    textEnds,
  ];
  const header = Int32Array.of(size, bytes.length, ...columns.map(({ length }) => length));
  const parts = [header, ...columns, opening.trie.first, inside.words.first, bytes];
  return Buffer.concat(parts.map(bytesOf));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The index in these bytes; null when it is not of `phrases` phrases, or not whole. */
export function decodeIndex(bytes: Uint8Array, phrases: number): PhraseIndexData | null {
  const { buffer } = Uint8Array.from(bytes);
  if (buffer.byteLength < HEADER * WORD_BYTES) return null;
  const [size = 0, textBytes = 0, ...lengths] = new Int32Array(buffer, 0, HEADER);
  const numbers = lengths.reduce((sum, length) => sum + length, HEADER) * WORD_BYTES;
  if (size !== phrases || buffer.byteLength !== numbers + 2 * FIRST_BYTES + textBytes) return null;
  let at = HEADER * WORD_BYTES;
  const column = (i: number): Int32Array<ArrayBuffer> => {
    const length = lengths[i] ?? 0;
    at += length * WORD_BYTES;
    return new Int32Array(buffer, at - length * WORD_BYTES, length);
  };
  const first = (i: number) => new Uint8Array(buffer, numbers + i * FIRST_BYTES, FIRST_BYTES);
  const [places, ends, firstEnds, wordPlaces, firsts, insidePhrases, hashes, textEnds] = [
    column(0),
    column(1),
    column(2),
    column(3),
    column(4),
    column(5),
    column(6),
    column(7),
  ];
  return {
    opening: { trie: { places, first: first(0), edges: firstEnds.length - 2 }, ends, firstEnds },
    inside: {
      words: { places: wordPlaces, first: first(1), edges: firsts.length - 2 },
      firsts,
      phrases: insidePhrases,
      hashes,
    },
    text: textsAt(textEnds, Buffer.from(buffer, numbers + 2 * FIRST_BYTES, textBytes)),
  };
}

/** Each text is made when it is first asked for. */
function textsAt(ends: Int32Array, bytes: Buffer): (number: number) => string {
  const made: string[] = [];
  return (number) => {
    made[number] ??= bytes.toString("utf8", number === 0 ? 0 : ends[number - 1], ends[number]);
    return made[number];
  };
}
