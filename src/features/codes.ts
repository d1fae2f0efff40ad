/**
 * The characters of a text as numbers in an array: a loop over an array costs half of what one over a string does, since
 * an engine finds out for every character anew how its string is kept.
 */

/** Code units of the array that is used again and again: longer texts are few and get one of their own. */
const SIZE = 1 << 14;

/** So few are copied one by one in less time than a call takes. */
const FEW = 48;

const bytes = Buffer.alloc(2 * SIZE);
const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, SIZE);

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The text's UTF-16 code units, and a 0 behind the last. Good until the next call. */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  if (length < FEW) {
    for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
    codes[length] = 0;
    return codes;
  }
  if (length < SIZE) return written(text, bytes, codes);
  const own = new Uint16Array(length + 1);
  return written(text, Buffer.from(own.buffer), own);
}

function written(text: string, into: Buffer, units: Uint16Array): Uint16Array {
  const end = into.write(text, 0, "utf16le");
  if (!IS_LITTLE_ENDIAN) into.subarray(0, end).swap16();
  units[text.length] = 0;
  return units;
}
