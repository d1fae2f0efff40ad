/**
 * euc-kr as the web means it: with the 8,822 syllables of Unified Hangul Code (windows-949), which TextDecoder of
 * Node does not know (it makes control characters of them), although the Encoding Standard has them.
 */

let extension: string | undefined;

export function decodeKorean(bytes: Uint8Array): string {
  extension ??= syllablesOfExtension();
  const plain = new TextDecoder("euc-kr");
  let text = "";
  let start = 0;
  for (const { offset, index } of extensionPairs(bytes)) {
    text += plain.decode(bytes.subarray(start, offset)) + extension.charAt(index);
    start = offset + 2;
  }
  return text + plain.decode(bytes.subarray(start));
}

/** The bytes with a syllable that TextDecoder knows in the place of each that it does not. */
export function withoutExtension(bytes: Uint8Array): Uint8Array {
  const known = Uint8Array.from(bytes);
  for (const { offset } of extensionPairs(bytes)) known.set([0xb0, 0xa1], offset);
  return known;
}

function* extensionPairs(bytes: Uint8Array): Generator<{ offset: number; index: number }> {
  let offset = 0;
  while (offset < bytes.length) {
    const lead = bytes[offset] ?? 0;
    const trail = bytes[offset + 1] ?? 0;
    const index = lead < 0x81 ? -1 : extensionIndex(lead, trail);
    if (index >= 0) yield { offset, index };
    offset += index >= 0 || (lead >= 0x81 && trail >= 0x80) ? 2 : 1;
  }
}

/** Trail bytes 0x41-0x5a, 0x61-0x7a and 0x81-0xa0 are the extension's alone; rows before 0xa1 are it to 0xfe. */
const TRAILS_TO_A0 = 26 + 26 + 32;
const TRAILS_TO_FE = TRAILS_TO_A0 + 94;
const SHORT_ROWS = 0xa1;
const LAST = { lead: 0xc6, trail: 0x52 };

/** Position among the syllables of the extension; -1 for what is none. */
function extensionIndex(lead: number, trail: number): number {
  const column = columnOf(trail);
  if (column < 0 || lead > LAST.lead || (lead === LAST.lead && trail > LAST.trail)) return -1;
  if (lead < SHORT_ROWS) return (lead - 0x81) * TRAILS_TO_FE + column;
  if (column >= TRAILS_TO_A0) return -1;
  return (SHORT_ROWS - 0x81) * TRAILS_TO_FE + (lead - SHORT_ROWS) * TRAILS_TO_A0 + column;
}

function columnOf(trail: number): number {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41;
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26;
  if (trail >= 0x81 && trail <= 0xfe) return trail - 0x81 + 52;
  return -1;
}

/** All syllables of Unicode in order, without the 2,350 that stand in rows 0xb0 to 0xc8 of plain euc-kr. */
function syllablesOfExtension(): string {
  const standard = new Set(standardSyllables());
  let syllables = "";
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const syllable = String.fromCharCode(code);
    if (!standard.has(syllable)) syllables += syllable;
  }
  return syllables;
}

function standardSyllables(): string {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  return new TextDecoder("euc-kr").decode(Uint8Array.from(bytes));
}
