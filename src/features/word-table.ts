/**
 * A table from words to numbers, and a trie of words, on flat typed arrays with open addressing: a look-up is a few array
 * reads, and filling it with thousands of phrases at a start makes no objects.
 */

/** Places of a table; it doubles when half of them are taken. */
const FIRST_SIZE = 1 << 9;
/** Multipliers that spread consecutive nodes and similar hashes; odd, from MurmurHash3's mixer. */
const SPREAD_NODE = 0x85ebca6b;
const SPREAD_HASH = 0xc2b2ae35;

/** Bytes of a bit set over 16 bits. */
export const FIRST_BYTES = 1 << 13;

export interface TrieData {
  readonly from: Int32Array<ArrayBuffer>;
  readonly hash: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  readonly first: Uint8Array<ArrayBuffer>;
  readonly edges: number;
}

/** Edges of a trie: from a node, with a word's hash, to a node. Node 0 is the root and no edge leads to it. */
export class WordTrie {
  #from = new Int32Array(FIRST_SIZE);
  #hash = new Int32Array(FIRST_SIZE);
  /** 0 marks a free place. */
  #to = new Int32Array(FIRST_SIZE);
  #edges = 0;
  /** A bit for each value of the low 16 bits of the hashes that leave the root: most words end their search here. */
  #first = new Uint8Array(FIRST_BYTES);

  /** The table as numbers, so that it can be kept in a file. */
  get data(): TrieData {
    return { from: this.#from, hash: this.#hash, to: this.#to, first: this.#first, edges: this.#edges };
  }

  static of(data: TrieData): WordTrie {
    const trie = new WordTrie();
    trie.#from = data.from;
    trie.#hash = data.hash;
    trie.#to = data.to;
    trie.#first = data.first;
    trie.#edges = data.edges;
    return trie;
  }

  /** The node behind an edge; 0 when there is none. */
  next(node: number, hash: number): number {
    if (node === 0 && ((this.#first[(hash & 0xffff) >> 3] ?? 0) & (1 << (hash & 7))) === 0) return 0;
    return this.#to[this.#place(node, hash)] ?? 0;
  }

  /** The node behind an edge, which is made when there is none. */
  grow(node: number, hash: number): number {
    let place = this.#place(node, hash);
    const found = this.#to[place] ?? 0;
    if (found !== 0) return found;
    if ((this.#edges + 1) * 2 > this.#to.length) {
      this.#double();
      place = this.#place(node, hash);
    }
    if (node === 0) {
      const at = (hash & 0xffff) >> 3;
      this.#first[at] = (this.#first[at] ?? 0) | (1 << (hash & 7));
    }
    this.#edges++;
    this.#from[place] = node;
    this.#hash[place] = hash;
    this.#to[place] = this.#edges;
    return this.#edges;
  }

  #place(node: number, hash: number): number {
    const mask = this.#to.length - 1;
    let mixed = Math.imul(node, SPREAD_NODE) ^ Math.imul(hash, SPREAD_HASH);
    mixed ^= mixed >>> 15;
    let place = mixed & mask;
    while (this.#to[place] !== 0 && (this.#from[place] !== node || this.#hash[place] !== hash))
      place = (place + 1) & mask;
    return place;
  }

  #double(): void {
    const [from, hash, to] = [this.#from, this.#hash, this.#to];
    this.#from = new Int32Array(to.length * 2);
    this.#hash = new Int32Array(to.length * 2);
    this.#to = new Int32Array(to.length * 2);
    for (let i = 0; i < to.length; i++) {
      if (to[i] === 0) continue;
      const place = this.#place(from[i] ?? 0, hash[i] ?? 0);
      this.#from[place] = from[i] ?? 0;
      this.#hash[place] = hash[i] ?? 0;
      this.#to[place] = to[i] ?? 0;
    }
  }
}
