/**
 * The phrases of the built-in packs as a file of numbers, made when the program is built: hashing thousands of phrases
 * at every start would cost as much as starting Node does.
 *
 * The file: four 32-bit numbers (phrases, places of the table, edges, ends), then the table's three columns, the ends
 * and the bit set of first words. In the byte order of the machine that built it; another one builds its own.
 */
import { readFileSync } from "node:fs";
import { FIRST_BYTES } from "../features/word-table.js";
import type { PhraseIndexData, PhraseMatcher } from "./phrases.js";

export const INDEX_FILE = "phrases.bin";
const HEADER = 4;

export function encodeIndex(matcher: PhraseMatcher): Uint8Array {
  const { trie, ends } = matcher.index;
  const numbers = [
    Int32Array.of(matcher.size, trie.to.length, trie.edges, ends.length),
    trie.from,
    trie.hash,
    trie.to,
    ends,
  ];
  const bytes = numbers.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([...bytes, trie.first]);
}

/** The index in these bytes; null when it is not of `phrases` phrases, or not whole. */
export function decodeIndex(bytes: Uint8Array, phrases: number): PhraseIndexData | null {
  const { buffer } = Uint8Array.from(bytes);
  if (buffer.byteLength < HEADER * 4) return null;
  const [size = 0, places = 0, edges = 0, ends = 0] = new Int32Array(buffer, 0, HEADER);
  const numbers = HEADER + 3 * places + ends;
  if (size !== phrases || buffer.byteLength !== numbers * 4 + FIRST_BYTES) return null;
  const column = (n: number) => new Int32Array(buffer, (HEADER + n * places) * 4, places);
  return {
    trie: {
      from: column(0),
      hash: column(1),
      to: column(2),
      first: new Uint8Array(buffer, numbers * 4),
      edges,
    },
    ends: new Int32Array(buffer, (HEADER + 3 * places) * 4, ends),
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
