/** Code units of signs that stand at joints. What a character is in general is in features/characters.ts. */
export const EXCLAMATION = 33;
export const STRAIGHT_QUOTE = 34;
export const PERCENT = 37;
export const CLOSING_BRACKET = 41;
export const STAR = 42;
export const PLUS = 43;
export const HYPHEN = 45;
export const FULL_STOP = 46;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const OPENING_BRACE = 123;
export const PIPE = 124;
export const CLOSING_BRACE = 125;
export const LEFT_GUILLEMET = 0xab;
export const EN_DASH = 0x2013;
export const IDEOGRAPHIC_SPACE = 0x3000;
