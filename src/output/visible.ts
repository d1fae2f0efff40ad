/** Text of unknown origin, made safe to show to a person. */

/** Every control character but the line break and the tab: they can move the cursor, recolour, or retitle a terminal. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LINE_BREAK_OR_TAB = /[\t\n]/g;

/** U+2400 is the picture of U+0000, and so on to U+001F. */
const PICTURES = 0x2400;
const DELETE = "\u007f";
const PICTURE_OF_DELETE = "\u2421";

/** The text with a picture (␛) or a code (\x9b) for every control character. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replace(CONTROL, picture);
}

/** The same for what has to stay on one line, such as a path in a message. */
export function visibleLine(text: string): string {
  return visible(text).replace(LINE_BREAK_OR_TAB, picture);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return character === DELETE ? PICTURE_OF_DELETE : `\\x${code.toString(16)}`;
}
