/** JSON that no reader and no terminal stumbles over. */

/**
 * Characters that JSON allows as they are and that still do harm: DEL and the C1 controls steer terminals, and many
 * line-by-line readers take U+0085, U+2028 and U+2029 for line ends.
 */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]/g;

/** How JSON.stringify writes half of a surrogate pair, which strict readers refuse. */
const MAYBE_LONE_SURROGATE = "\\ud";
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The value as JSON text; `indent` spaces a level, 0 for one line. */
export function jsonText(value: unknown, indent: number): string {
  const plain = JSON.stringify(value, null, indent);
  const text = plain.includes(MAYBE_LONE_SURROGATE) ? JSON.stringify(value, replaceLone, indent) : plain;
  return text.replace(UNSAFE, escaped);
}

/** What JSON escapes, and what does harm; all surrogates, as a pair is not told from a half. */
const SPECIAL = /["\\\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]/;

/** A text as JSON, with its quotes. */
export function jsonString(text: string): string {
  return SPECIAL.test(text) ? jsonText(text, 0) : `"${text}"`;
}

function replaceLone(_key: string, value: unknown): unknown {
  return typeof value === "string" ? wellFormed(value) : value;
}

/** The text with U+FFFD for every half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
