/**
 * The phrases of the built-in packs as a file of numbers, made when the program is built: hashing thousands of phrases
 * at every start would cost as much as starting Node does, and so would making strings of them, of which a run meets
 * few.
 *
 * The file: the number of phrases and how many bytes their texts take; for each of the two tries how many places its
 * table has, its edges and its ends; then for each the table's three columns, the ends, where those of each node start,
 * and the bit set of first words; then where each phrase's text ends, and the texts in UTF-8. All but bit sets and texts
 * are 32-bit numbers in the byte order of the machine that built it; another one builds its own.
 */
import { FIRST_BYTES } from "../features/word-table.js";
import type { PhraseIndexData, PhraseMatcher, PhraseTrieData } from "./phrases.js";

const HEADER = 8;
const WORD_BYTES = 4;

export function encodeIndex({ index, texts, size }: PhraseMatcher): Uint8Array {
  const tries = [index.opening, index.inside];
  const sizes = tries.flatMap(({ trie, ends }) => [trie.to.length, trie.edges, ends.length]);
  const columns = tries.flatMap(({ trie, ends, firstEnds }) => [
    trie.from,
    trie.hash,
    trie.to,
    ends,
    firstEnds,
    trie.first,
  ]);
  const bytes = Buffer.from(texts.join(""));
  let end = 0;
  const textEnds = Int32Array.from(texts, (text) => {
    end += Buffer.byteLength(text);
    return end;
  });
  return Buffer.concat(
    [Int32Array.of(size, bytes.length, ...sizes), ...columns, textEnds, bytes].map(bytesOf),
  );
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The index in these bytes; null when it is not of `phrases` phrases, or not whole. */
export function decodeIndex(bytes: Uint8Array, phrases: number): PhraseIndexData | null {
  const { buffer } = Uint8Array.from(bytes);
  if (buffer.byteLength < HEADER * WORD_BYTES) return null;
  const [size = 0, texts = 0, ...sizes] = new Int32Array(buffer, 0, HEADER);
  const [places = 0, edges = 0, ends = 0, places2 = 0, edges2 = 0, ends2 = 0] = sizes;
  const second = HEADER * WORD_BYTES + trieBytes(places, edges, ends);
  const third = second + trieBytes(places2, edges2, ends2);
  if (size !== phrases || buffer.byteLength !== third + size * WORD_BYTES + texts) return null;
  return {
    opening: trieAt(buffer, HEADER * WORD_BYTES, places, edges, ends),
    inside: trieAt(buffer, second, places2, edges2, ends2),
    text: textsAt(buffer, third, size),
  };
}

const trieBytes = (places: number, edges: number, ends: number): number =>
  (3 * places + ends + edges + 2) * WORD_BYTES + FIRST_BYTES;

function trieAt(
  buffer: ArrayBuffer,
  offset: number,
  places: number,
  edges: number,
  ends: number,
): PhraseTrieData {
  const column = (from: number, length: number) => new Int32Array(buffer, offset + from * WORD_BYTES, length);
  const columns = 3 * places + ends + edges + 2;
  const first = new Uint8Array(buffer, offset + columns * WORD_BYTES, FIRST_BYTES);
  return {
    trie: {
      from: column(0, places),
      hash: column(places, places),
      to: column(2 * places, places),
      first,
      edges,
    },
    ends: column(3 * places, ends),
    firstEnds: column(3 * places + ends, edges + 2),
  };
}

/** Each text is made when it is first asked for. */
function textsAt(buffer: ArrayBuffer, offset: number, size: number): (number: number) => string {
  const ends = new Int32Array(buffer, offset, size);
  const bytes = Buffer.from(buffer, offset + size * WORD_BYTES);
  const made: string[] = [];
  return (number) => {
    made[number] ??= bytes.toString("utf8", number === 0 ? 0 : ends[number - 1], ends[number]);
    return made[number];
  };
}
