/** Sets of small whole numbers: the bit `i & 31` of the number `i >> 5` is for i. */
export type BitSet = Int32Array;

/** For numbers below `size`. */
export function emptySet(size: number): BitSet {
  return new Int32Array((size + 31) >> 5);
}

/** The numbers below `size` that fit. */
export function setThat(size: number, fits: (i: number) => boolean): BitSet {
  const set = emptySet(size);
  for (let i = 0; i < size; i++) if (fits(i)) addTo(set, i);
  return set;
}

export function addTo(set: BitSet, i: number): void {
  set[i >> 5] = (set[i >> 5] ?? 0) | (1 << (i & 31));
}

export function isIn(set: BitSet, i: number): boolean {
  return ((set[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
}

export function inBoth(a: BitSet, b: BitSet): BitSet {
  return a.map((bits, word) => bits & (b[word] ?? 0));
}

/** How many are in both. */
export function sharedBy(a: BitSet, b: BitSet): number {
  let shared = 0;
  for (let word = 0; word < a.length; word++) shared += onesIn((a[word] ?? 0) & (b[word] ?? 0));
  return shared;
}

function onesIn(bits: number): number {
  let ones = 0;
  for (let left = bits; left !== 0; left &= left - 1) ones++;
  return ones;
}

/** Its numbers, rising. */
export function membersOf(set: BitSet): number[] {
  const members: number[] = [];
  set.forEach((bits, word) => {
    for (let left = bits; left !== 0; left &= left - 1)
      members.push(word * 32 + 31 - Math.clz32(left & -left));
  });
  return members;
}
