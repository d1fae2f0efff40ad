/**
 * A table from words to numbers, and a trie of words, on flat typed arrays with open addressing: a look-up is a few array
 * reads, and filling it with thousands of phrases at a start makes no objects.
 */

/** Places of a table; it doubles when half of them are taken. */
const FIRST_SIZE = 1 << 9;
/** Multipliers that spread consecutive nodes and similar hashes; odd, from MurmurHash3's mixer. */
const SPREAD_NODE = 0x85ebca6b;
const SPREAD_HASH = 0xc2b2ae35;

/** Bytes of the bit set of a table that is made once and for all, and of one that is made for a document. */
export const FIRST_BYTES = 1 << 13;
const FEW_FIRST_BYTES = 1 << 9;
const BITS_A_BYTE = 8;

/** What a place holds, side by side to be read at once: the node that an edge leads to, that it leaves, and the hash. */
const WIDTH = 3;
const TO = 0;
const FROM = 1;
const HASH = 2;

export interface TrieData {
  readonly places: Int32Array<ArrayBuffer>;
  readonly first: Uint8Array<ArrayBuffer>;
  readonly edges: number;
}

/** Edges of a trie: from a node, with a word's hash, to a node. Node 0 is the root and no edge leads to it. */
export class WordTrie {
  /** A node 0 that an edge leads to marks a free place. */
  #places = new Int32Array(WIDTH * FIRST_SIZE);
  /** The places are a power of two: their number less one. */
  #mask = FIRST_SIZE - 1;
  #edges = 0;
  /** A bit for each value of the low bits of the hashes that leave the root: most words end their search here. */
  #first: Uint8Array<ArrayBuffer>;
  /** The bits are a power of two: their number less one. */
  #firstMask: number;

  constructor(firstBytes = FEW_FIRST_BYTES) {
    this.#first = new Uint8Array(firstBytes);
    this.#firstMask = firstBytes * BITS_A_BYTE - 1;
  }

  /** The table as numbers, so that it can be kept in a file. */
  get data(): TrieData {
    return { places: this.#places, first: this.#first, edges: this.#edges };
  }

  static of({ places, first, edges }: TrieData): WordTrie {
    const trie = new WordTrie(0);
    trie.#places = places;
    trie.#mask = places.length / WIDTH - 1;
    trie.#first = first;
    trie.#firstMask = first.length * BITS_A_BYTE - 1;
    trie.#edges = edges;
    return trie;
  }

  /** The node behind an edge; 0 when there is none. */
  next(node: number, hash: number): number {
    if (node === 0 && ((this.#first[(hash & this.#firstMask) >> 3] ?? 0) & (1 << (hash & 7))) === 0) return 0;
    return this.#places[this.#place(node, hash) + TO] ?? 0;
  }

  /** The node behind an edge, which is made when there is none. */
  grow(node: number, hash: number): number {
    let place = this.#place(node, hash);
    const found = this.#places[place + TO] ?? 0;
    if (found !== 0) return found;
    if ((this.#edges + 1) * 2 > this.#mask + 1) {
      this.#double();
      place = this.#place(node, hash);
    }
    if (node === 0) {
      const at = (hash & this.#firstMask) >> 3;
      this.#first[at] = (this.#first[at] ?? 0) | (1 << (hash & 7));
    }
    this.#edges++;
    this.#set(place, this.#edges, node, hash);
    return this.#edges;
  }

  /** Where the edge stands or would stand. */
  #place(node: number, hash: number): number {
    const places = this.#places;
    const mask = this.#mask;
    let mixed = Math.imul(node, SPREAD_NODE) ^ Math.imul(hash, SPREAD_HASH);
    mixed ^= mixed >>> 15;
    let at = mixed & mask;
    let place = at * WIDTH;
    while (places[place + TO] !== 0 && (places[place + HASH] !== hash || places[place + FROM] !== node)) {
      at = (at + 1) & mask;
      place = at * WIDTH;
    }
    return place;
  }

  #set(place: number, to: number, from: number, hash: number): void {
    this.#places[place + TO] = to;
    this.#places[place + FROM] = from;
    this.#places[place + HASH] = hash;
  }

  #double(): void {
    const old = this.#places;
    this.#places = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let place = 0; place < old.length; place += WIDTH) {
      const to = old[place + TO] ?? 0;
      const from = old[place + FROM] ?? 0;
      const hash = old[place + HASH] ?? 0;
      if (to !== 0) this.#set(this.#place(from, hash), to, from, hash);
    }
  }
}
