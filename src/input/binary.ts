/** Bytes that are not text, and what they are instead. */

interface Signature {
  readonly name: string;
  readonly bytes: readonly number[];
  readonly offset?: number;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** First bytes that no text has. The names are shown to people. */
const SIGNATURES: readonly Signature[] = [
  { name: "PDF", bytes: ascii("%PDF-") },
  { name: "PNG", bytes: [0x89, ...ascii("PNG\r\n")] },
  { name: "JPEG", bytes: [0xff, 0xd8, 0xff] },
  { name: "TIFF", bytes: ascii("II*\0") },
  { name: "TIFF", bytes: ascii("MM\0*") },
  { name: "ZIP", bytes: ascii("PK\x03\x04") },
  { name: "ZIP", bytes: ascii("PK\x05\x06") },
  { name: "gzip", bytes: [0x1f, 0x8b] },
  { name: "bzip2", bytes: ascii("1AY&SY"), offset: 4 },
  { name: "xz", bytes: [0xfd, ...ascii("7zXZ\0")] },
  { name: "Zstandard", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "LZ4", bytes: [0x04, 0x22, 0x4d, 0x18] },
  { name: "7-Zip", bytes: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c] },
  { name: "RAR", bytes: ascii("Rar!\x1a\x07") },
  { name: "tar", bytes: ascii("ustar\0"), offset: 257 },
  { name: "tar", bytes: ascii("ustar  \0"), offset: 257 },
  { name: "ELF", bytes: ascii("\x7fELF") },
  { name: "Mach-O", bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { name: "Java class", bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { name: "WebAssembly", bytes: ascii("\0asm") },
  { name: "SQLite", bytes: ascii("SQLite format 3\0") },
  { name: "Microsoft Office", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

/** Those that a text may start with too: they only name what is known to be no text. */
const WEAK_SIGNATURES: readonly Signature[] = [
  { name: "GIF", bytes: ascii("GIF8") },
  { name: "WebP", bytes: ascii("WEBP"), offset: 8 },
  { name: "MP4", bytes: ascii("ftyp"), offset: 4 },
  { name: "Windows program", bytes: ascii("MZ") },
  { name: "BMP", bytes: ascii("BM") },
  { name: "MP3", bytes: ascii("ID3") },
  { name: "Ogg", bytes: ascii("OggS") },
  { name: "FLAC", bytes: ascii("fLaC") },
  { name: "RIFF", bytes: ascii("RIFF") },
  { name: "Parquet", bytes: ascii("PAR1") },
];

/** What the first bytes say, when no text has them. */
export const signatureOf = (bytes: Uint8Array): string | null => named(SIGNATURES, bytes);

/** The likeliest name for bytes that are known to be no text. */
export const likelyName = (bytes: Uint8Array): string | null => named(WEAK_SIGNATURES, bytes);

const named = (signatures: readonly Signature[], bytes: Uint8Array): string | null =>
  signatures.find(({ bytes: wanted, offset = 0 }) => wanted.every((byte, i) => bytes[offset + i] === byte))
    ?.name ?? null;

/** 1 for the bytes of control characters; white space, backspace (overstruck print) and escape (colours) are text. */
const IS_CONTROL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f ? 1 : 0,
);

/** Share of the bytes that are control characters, NUL among them, 0 to 1; 0 for no bytes. */
export function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  // Counted by position: for-of over a typed array takes many times as long.
  for (let i = 0; i < bytes.length; i++) controls += IS_CONTROL[bytes[i] ?? 0] ?? 0;
  return bytes.length === 0 ? 0 : controls / bytes.length;
}
