/** The parts that an expression is read by, for expressions that `new RegExp(source, "u")` accepts. All are sticky. */

export const GROUP_START = /\((?:\?(?:<?[=!]|<[^>]*>|[a-z]*(?:-[a-z]*)?:))?/uy;
export const LOOK_AROUND = /^\(\?<?[=!]/u;
export const ESCAPE = /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|\d+|.)/iuy;
/** Escapes that stand for no character of their own. */
export const EMPTY_ESCAPE = /^\\[bBk\d]/u;
export const CLASS = /\[(?:[^\]\\]|\\.)*\]/suy;
export const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/uy;
