/** The decimal digits of every script as 0 to 9 and every space as one, so that one expression reads them all. */

/** First digits of the scripts that web pages write dates in: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const FOREIGN = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;
/** Arabic dates carry direction marks between their digits. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const SPACE = /\s/g;
/** All of the above and most texts have none. */
const NO_ASCII = /[^ -~]/;

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.findLast((start) => start <= code) ?? code;
  return String(code - zero);
}

/** The text with ASCII digits, plain spaces and nothing invisible. */
export function foldDigits(text: string): string {
  if (!NO_ASCII.test(text)) return text;
  return text.replace(FOREIGN, asciiDigit).replace(INVISIBLE, "").replace(SPACE, " ");
}
