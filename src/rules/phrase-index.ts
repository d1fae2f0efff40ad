/**
 * The phrases of the built-in packs as a file of numbers, made when the program is built: hashing thousands of phrases
 * at every start would cost as much as starting Node does.
 *
 * The file: the number of phrases; for each of the two tries how many places its table has, its edges and its ends; then
 * for each the table's three columns, the ends and the bit set of first words. All but the last are 32-bit numbers in
 * the byte order of the machine that built it; another one builds its own.
 */
import { readFileSync } from "node:fs";
import { FIRST_BYTES } from "../features/word-table.js";
import type { PhraseIndexData, PhraseMatcher, PhraseTrieData } from "./phrases.js";

export const INDEX_FILE = "phrases.bin";
const HEADER = 7;
const WORD_BYTES = 4;

export function encodeIndex(matcher: PhraseMatcher): Uint8Array {
  const { index } = matcher;
  const sizes = index.flatMap(({ trie, ends }) => [trie.to.length, trie.edges, ends.length]);
  const columns = index.flatMap(({ trie, ends }) => [trie.from, trie.hash, trie.to, ends, trie.first]);
  return Buffer.concat([Int32Array.of(matcher.size, ...sizes), ...columns].map(bytesOf));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The index in these bytes; null when it is not of `phrases` phrases, or not whole. */
export function decodeIndex(bytes: Uint8Array, phrases: number): PhraseIndexData | null {
  const { buffer } = Uint8Array.from(bytes);
  if (buffer.byteLength < HEADER * WORD_BYTES) return null;
  const [size = 0, ...sizes] = new Int32Array(buffer, 0, HEADER);
  const [places = 0, edges = 0, ends = 0, places2 = 0, edges2 = 0, ends2 = 0] = sizes;
  const second = HEADER * WORD_BYTES + trieBytes(places, ends);
  if (size !== phrases || buffer.byteLength !== second + trieBytes(places2, ends2)) return null;
  return [
    trieAt(buffer, HEADER * WORD_BYTES, places, edges, ends),
    trieAt(buffer, second, places2, edges2, ends2),
  ];
}

const trieBytes = (places: number, ends: number): number => (3 * places + ends) * WORD_BYTES + FIRST_BYTES;

function trieAt(
  buffer: ArrayBuffer,
  offset: number,
  places: number,
  edges: number,
  ends: number,
): PhraseTrieData {
  const column = (n: number, length: number) =>
    new Int32Array(buffer, offset + n * places * WORD_BYTES, length);
  const first = new Uint8Array(buffer, offset + (3 * places + ends) * WORD_BYTES, FIRST_BYTES);
  return {
    trie: { from: column(0, places), hash: column(1, places), to: column(2, places), first, edges },
    ends: column(3, ends),
  };
}

/** Gives the matcher its index where one was built; without it the matcher makes its own. */
export function useBuiltIndex(matcher: PhraseMatcher): void {
  try {
    const index = decodeIndex(readFileSync(new URL(INDEX_FILE, import.meta.url)), matcher.size);
    if (index !== null) matcher.use(index);
  } catch {
    // Run from source: there is no index, and nothing is lost but time.
  }
}
