/**
 * Shapes that a text can have or hold: addresses, dates, sizes. Each expression is linear in the text: no two
 * neighbouring quantifiers can take the same character.
 */
import type { Shape } from "../rules/rule.js";
import { HAS_AT, HAS_COPYRIGHT, HAS_DIGIT, HAS_SLASHES, type Measures, signsOf } from "./measures.js";

interface ShapePattern {
  /** HAS_… bits without which the expression cannot match. */
  readonly bits?: number;
  /** A cheap condition without which the expression cannot match. */
  readonly needs?: (m: Measures) => boolean;
  /** What to look for, without anchors. */
  readonly source: string;
}

const YEAR = "(?:19|20)\\d\\d";
const CLOCK = "(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?::[0-5]\\d)?(?:\\s?[apAP]\\.?[mM]\\.?)?";
const NUMERIC_DATE = `(?:${YEAR}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[-./](?:0?[1-9]|[12]\\d|3[01])[-./](?:${YEAR}|\\d\\d)|${YEAR}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일])`;
const ISO = `${YEAR}-(?:0\\d|1[0-2])-(?:[0-2]\\d|3[01])[T ](?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?:\\s?(?:Z|[+-]\\d\\d(?::?\\d\\d)?))?`;
const URL_START = "(?:[hH][tT][tT][pP][sS]?:)?//[\\p{L}\\d]";

const digits = (least: number) => (m: Measures) => m.digits >= least;

/** The text has one of the signs. */
function oneOf(signs: string): (m: Measures) => boolean {
  const bits = signsOf([...signs].map((sign) => sign.charCodeAt(0)));
  return (m) => (m.signs & bits) !== 0;
}

/** Shapes that are an expression; a text that says the same twice is none. */
type Pattern = Exclude<Shape, "doubled">;

const PATTERNS: Record<Pattern, ShapePattern> = {
  url: { bits: HAS_SLASHES, source: `${URL_START}[^\\s<>"]*` },
  "image-url": {
    bits: HAS_SLASHES,
    source: `${URL_START}[^\\s<>"]*?(?:\\.(?:jpe?g|JPE?G|png|PNG|gif|GIF|webp|avif|svg|bmp|tiff?)(?![\\p{L}\\d])|/images?/|[?&](?:w|width|h|height)=\\d)[^\\s<>"]*`,
  },
  email: { bits: HAS_AT, source: "[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+" },
  // 7 to 15 digits (E.164): in one run behind a plus, or in groups as people write them.
  telephone: {
    bits: HAS_DIGIT,
    needs: digits(7),
    source:
      "(?<![\\p{L}\\d])(?:\\+\\s?\\d{7,15}|(?:\\+\\s?)?\\(?\\d{1,5}(?:[ .\\-/()]{1,2}\\d{1,7}){2,5})(?![\\p{L}\\d])",
  },
  date: { bits: HAS_DIGIT, needs: digits(3), source: NUMERIC_DATE },
  time: { bits: HAS_DIGIT, needs: digits(2), source: `(?<![\\d:.])${CLOCK}(?![\\d:])` },
  "iso-timestamp": {
    bits: HAS_DIGIT,
    needs: digits(8),
    source: `(?:${ISO}|${YEAR}-(?:0\\d|1[0-2])-(?:[0-2]\\d|3[01]))`,
  },
  year: { bits: HAS_DIGIT, needs: digits(4), source: `(?<!\\d)${YEAR}(?!\\d)` },
  locale: {
    needs: oneOf("_-"),
    source: "(?<![\\p{L}\\d])[a-z]{2,3}[_-](?:[A-Z][a-z]{3}[_-])?[A-Z]{2}(?![\\p{L}\\d])",
  },
  dimensions: {
    bits: HAS_DIGIT,
    needs: digits(4),
    source: "(?<!\\d)[1-9]\\d{1,4}(?:\\s?[x×]\\s?|\\s)[1-9]\\d{1,4}(?:\\s?px)?(?:\\s(?:true|false))?(?!\\d)",
  },
  xpath: {
    needs: (m) => m.symbols >= 2,
    source:
      "(?:/html(?:/[a-zA-Z\\d:*]+(?:\\[[^\\]]{1,200}\\])?)+(?:/@[a-zA-Z:]+)?|//[a-z*][a-z\\d]*(?:\\[@[^\\]]{1,200}\\])?(?:/@?[a-z*][a-z\\d]*(?:\\[[^\\]]{1,200}\\])?)*)",
  },
  domain: { needs: oneOf("."), source: "(?:[\\p{L}\\d-]{1,63}\\.)+\\p{L}{2,24}" },
  handle: { bits: HAS_AT, source: "(?<![\\p{L}\\d.])@[\\p{L}\\d_]{2,30}" },
  copyright: { bits: HAS_COPYRIGHT, source: "(?:©|\\([cC]\\)|℗)\\s?(?:\\p{L}|\\d)" },
  header: { bits: HAS_SLASHES, source: `(?:date\\s+${YEAR}-\\d\\d-\\d\\d\\s+)?${URL_START}[^\\s<>"]*` },
};

/** The HAS_… bits that a text of this shape has. */
export function bitsOf(shape: Shape): number {
  return shape === "doubled" ? 0 : (PATTERNS[shape].bits ?? 0);
}

/** The expression that finds the shape in a text, or is asked of the whole text; null where none is. */
export function expressionOf(shape: Shape, whole: boolean): string | null {
  if (shape === "doubled") return null;
  const { source } = PATTERNS[shape];
  return whole ? `^(?:${source})$` : source;
}

/** A shape with its expressions, each made when it is first needed: making one costs a start up to a millisecond. */
class CompiledShape {
  readonly bits: number;
  readonly needs: ((m: Measures) => boolean) | undefined;
  readonly #source: string;
  #inside: RegExp | undefined;
  #whole: RegExp | undefined;

  constructor({ bits = 0, needs, source }: ShapePattern) {
    this.bits = bits;
    this.needs = needs;
    this.#source = source;
  }

  get inside(): RegExp {
    this.#inside ??= new RegExp(this.#source, "u");
    return this.#inside;
  }

  get whole(): RegExp {
    this.#whole ??= new RegExp(`^(?:${this.#source})$`, "u");
    return this.#whole;
  }
}

const compiled = new Map<Pattern, CompiledShape>();

function shapeOf(shape: Pattern): CompiledShape {
  let found = compiled.get(shape);
  if (found === undefined) {
    found = new CompiledShape(PATTERNS[shape]);
    compiled.set(shape, found);
  }
  return found;
}

/** The part of the text that has the shape; null when there is none. */
export function findShape(shape: Shape, text: string, m: Measures): string | null {
  if (shape === "doubled") return isDoubled(text) ? text : null;
  const pattern = shapeOf(shape);
  if ((pattern.bits & ~m.has) !== 0 || pattern.needs?.(m) === false) return null;
  return pattern.inside.exec(text)?.[0] ?? null;
}

/** No whole shape is longer; a long text is spared the attempt. */
const LONGEST_WHOLE = 4_096;

/** Whether the whole text is one shape, or several of the same with white space between. */
export function isShape(shape: Shape, text: string, m: Measures): boolean {
  if (shape === "doubled") return isDoubled(text);
  const pattern = shapeOf(shape);
  if ((pattern.bits & ~m.has) !== 0 || text.length > LONGEST_WHOLE || pattern.needs?.(m) === false)
    return false;
  if (pattern.whole.test(text)) return true;
  return shape === "xpath" && text.split(/\s+(?=\/)/u).every((part) => pattern.whole.test(part));
}

/** Whether the text is one text twice, with a space between. */
function isDoubled(text: string): boolean {
  const middle = text.length >> 1;
  return (
    text.charAt(middle) === " " && text.length % 2 === 1 && text.startsWith(text.slice(0, middle), middle + 1)
  );
}
