/** UTF-32, which TextDecoder does not know. Only with its mark; some Windows tools write it. */

/** The text after the mark; what is no character, and a cut one at the end, becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 4; i < bytes.length; i += 4) {
    parts.push(character(i + 4 <= bytes.length ? view.getUint32(i, littleEndian) : -1));
  }
  return parts.join("");
}

const isCharacter = (code: number): boolean =>
  code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

const character = (code: number): string => (isCharacter(code) ? String.fromCodePoint(code) : "\ufffd");
