/** Whether bytes that are not quite UTF-8 are meant as it. */

/**
 * True when there are at least as many whole characters of several bytes as broken places. Text of another charset has
 * such a character by accident alone: a high byte must be followed by exactly the right number of bytes of 0x80 to
 * 0xbf. In single-byte charsets those are signs, so that nearly every letter is broken; in the double-byte ones about
 * one character in eight comes out whole. A broken place in real UTF-8 is a cut, or a foreign byte, among whole ones,
 * and reading all of it as windows-1252 would spoil every one of them to save that one.
 *
 * A character cut off by the end of the file is not broken. When it is the only one there is, two bytes of it must be
 * there: one could as well be the last letter of a Latin-1 text.
 */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const wanted = lengthOf(lead);
    const got = prefixLength(bytes, i, wanted);
    if (wanted === 0) broken++;
    else if (got === wanted) whole++;
    else if (i + got === bytes.length) return whole >= broken && whole + got >= 2;
    else broken++;
    i += Math.max(1, got);
  }
  return whole >= broken;
}

/** Bytes of the character that starts with this one; 0 when none does. */
function lengthOf(lead: number): number {
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** How many of the bytes that the character needs are there; table 3-7 of the Unicode Standard. */
function prefixLength(bytes: Uint8Array, start: number, wanted: number): number {
  if (wanted === 0) return 0;
  if (!isSecondByte(bytes[start] ?? 0, bytes[start + 1] ?? 0)) return 1;
  for (let n = 2; n < wanted; n++) {
    const byte = bytes[start + n] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return n;
  }
  return wanted;
}

/** No overlong forms, no surrogates, nothing above U+10FFFF. */
function isSecondByte(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
  if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
  if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  return byte >= 0x80 && byte <= 0xbf;
}
