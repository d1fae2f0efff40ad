/**
 * windows-1252, by itself: TextDecoder in Node 20 and in some later versions reads it as ISO-8859-1, so that curly
 * quotes, dashes and the euro sign become control characters.
 */

/** The characters of 0x80 to 0x9f (encoding.spec.whatwg.org/index-windows-1252.txt); five bytes have none and stay. */
const HIGH_CONTROLS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\x80-\x9f]/g, (character) => HIGH_CONTROLS.charAt(character.charCodeAt(0) - 0x80));
}
