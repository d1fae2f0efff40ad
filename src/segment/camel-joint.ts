/**
 * Joints without an end mark: a heading, a list item or a label glued to what follows it, `takeawaysThe report`. Names are
 * written so too (iPhone, WhatsApp), so a capital inside a word is weighed: each fact that is seen there speaks for a
 * joint or for a name with so many points.
 */
import { DIGIT, LETTER, LOWER, SPACE, UPPER } from "../features/characters.js";
import nameLists from "./names.yaml";
import { has, hashOf, isAllCapitals, isFunctionWord, tokenAround } from "./neighbours.js";
import { countStarts } from "./phrase-starts.js";
import type { Survey } from "./survey.js";
import { ALONE_KEY, isPieceStart, phraseKey, type Vocabulary } from "./vocabulary.js";
import { type Pieces, piecesAround, wordUpTo } from "./word-pieces.js";

const NAMES = new Set(
  Object.values(nameLists as Record<string, string>).flatMap((names) => names.split(" ")),
);

/**
 * Points of each fact, fitted by logistic regression on real pages whose paragraphs had been glued, rounded. Each half of
 * the pages gives the same signs, and finds 97% of the other half's joints with 4% of its own being wrong. What such
 * pages cannot tell, as all of them are glued, is how little to believe in a text that hardly seems so.
 *
 * The groups are looked at in this order, the cheap ones first, for as long as the next can make a joint of it: most
 * capitals inside words are names, and their own word tells.
 */
const NEAR = {
  /* Of the text. */
  noSureJoint: -4,
  program: -2,
  /* Of the word on the right. */
  rightIsFunctionWord: 1,
  rightIsLabel: 1,
  rightIsLong: 1,
  rightIsShort: -1.5,
  rightIsCapitals: -1,
  rightHasCapitalInside: -1,
  mark: -1.5,
  sign: -3,
  /* Of the word on the left. */
  leftStartsSmall: 2,
  leftIsLong: 1.5,
  leftIsAmount: 2,
  leftIsFunctionWord: -1,
  leftIsSmallLetter: -3,
  leftIsShort: -1,
  functionWordBefore: -0.5,
  prefix: -1,
  /* Of both. */
  name: -3,
  plural: -2.5,
} as const;
/** Of what would take up the part that would end here, word for word. */
const RESTATED = 1.5;
/** Of that part, and of how it would be taken up. */
const PART = {
  titleCase: 1,
  headingLike: 1,
  numbered: 0.5,
  takenUp: 1,
  sentenceOpen: -2,
  sentenceFollows: 0.5,
} as const;
/** Of the words elsewhere in the text. */
const ELSEWHERE = {
  rightStandsAlone: 1.5,
  leftStandsAlone: 1,
  /* Of the phrase that starts on the right: behind two other words, behind more, or always behind the same. */
  phraseTwice: 1,
  phraseOften: 2.5,
  phraseBehindOne: 1,
  /* Of the phrase that ends on the left. */
  leftPhraseEnds: 1,
  /* Of both words as one. */
  repeated: -3,
  repeatedOften: -4,
  repeatedInPhrases: -1,
  repeatedWords: 1,
  partOfOtherWord: -4,
} as const;
/** A joint has more. */
const NEEDED = 0.8;

/** The most that the facts of the part can give, and those of a word that comes back in the text. */
const MOST_OF_PART = Object.values(PART).reduce((sum, point) => sum + Math.max(0, point), 0);
const MOST_OF_RIGHT = ELSEWHERE.rightStandsAlone + ELSEWHERE.phraseOften;
const MOST_OF_LEFT = ELSEWHERE.leftStandsAlone + ELSEWHERE.leftPhraseEnds;

/** Signs of a program in the visible characters around. */
const CODE_POINTS = -1.5;

const HEADING_WORDS = 12;
const HEADING_CHARACTERS = 90;
/** Begins with a capital or a number and has small words and neither commas nor stops. */
const HEADING_LIKE = /^(?=[\p{Lu}\d][^.!?,;]*$).* \p{Ll}/u;
const HEADING_LIKE_CHARACTERS = 60;
/** Share of a heading's words, function words aside, that start with a capital in title case. */
const TITLE_CASE = 0.75;
/** A sentence takes a heading up in its first words. */
const TAKEN_UP_WITHIN = 80;
const STEM = 8;
/** No heading and no list item is longer, with a sentence in it that has ended. */
const LONG_PART = 120;
/** Characters that are looked at for the end of a sentence. */
const SENTENCE_REACH = 250;
const SENTENCE_END = /[.!?] /;
const SENTENCE = /^[^.!?]{25,}[.!?]/;
const NEXT_JOINT_WITHIN = 60;
const NEXT_JOINT = /^[^.!?]*\p{Ll}\p{Lu}/u;
const LONG_WORD = 8;
const SHORT_RIGHT = 2;
const SHORT_LEFT = 3;
const FEW = 2;
const MANY = 3;

const PREFIX = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)$/;
/** APIs, CEOs */
const PLURAL = /^\p{Lu}s$/u;
const MARKS = ',.;!?)”»"';
const OTHER_MARKS = ":'’–-";
const ASSIGNMENT = /^ [:+]?=/;
const APOSTROPHES = "'’";
const CODE = /[_=<>{}$#@\\]|\(\)|\w\.[a-z]|\/\//;
/** 1989, $2.50, 4.95, 320g, $348M: two digits at least, or a digit and its unit. */
const AMOUNT = /(?:[$€£]|(?:^|[^\p{L}\d])#?)\d(?:[\d.,:/$€£%-]+|[\d.,]*\p{L}{1,3})$/u;
const AMOUNT_WIDTH = 16;
const MULTIPLES = "MBKT";
const MONEY = /(?:^|[^\p{L}\d])[$€£]\d[\d.,]*[MBKT]$/u;
const LONGEST_ACRONYM = 12;
const SENTENCE_INSIDE = /[.!?…:] \p{L}/u;
const ITEM_NUMBER = /^[\s-]*#?\d{1,3}[.):]? /;

/** Whether a new part starts with the capital at `at`; the part before it starts at `from`. */
export function isCamelJoint(text: string, at: number, from: number, survey: Survey): boolean {
  const pieces = piecesAround(text, at);
  const short = pieces.left.length <= SHORT_RIGHT && pieces.right.length <= SHORT_RIGHT;
  if (short && !has(text, pieces.rightEnd, SPACE)) return false;
  let points = textPoints(survey) + rightPoints(text, pieces) + leftPoints(text, pieces, at);
  if (isRestated(text, pieces, at)) points += RESTATED;
  const mostElsewhere = mostPointsElsewhere(pieces, survey);
  if (points + MOST_OF_PART + mostElsewhere <= NEEDED) return false;
  points += partPoints(text, pieces, from, at);
  if (points + mostElsewhere <= NEEDED) return false;
  points += pointsElsewhere(text, pieces, survey.vocabulary);
  return points > NEEDED && (points > NEEDED - CODE_POINTS || !CODE.test(tokenAround(text, at)));
}

const textPoints = ({ sureJoints, isProgram }: Survey): number =>
  (sureJoints === 0 ? NEAR.noSureJoint : 0) + (isProgram ? NEAR.program : 0);

function rightPoints(text: string, { right, rightEnd, runEnd }: Pieces): number {
  const next = text.charAt(rightEnd);
  const capitalInside = runEnd > rightEnd;
  const functionWord = isFunctionWord(right);
  let points = 0;
  if (functionWord) points += NEAR.rightIsFunctionWord;
  if (next === ":") points += NEAR.rightIsLabel;
  if (right.length >= LONG_WORD) points += NEAR.rightIsLong;
  if (right.length <= SHORT_RIGHT && !(functionWord && has(text, rightEnd, SPACE)))
    points += NEAR.rightIsShort;
  if (right.length > 1 && isAllCapitals(right)) points += NEAR.rightIsCapitals;
  if (capitalInside) points += NEAR.rightHasCapitalInside;
  else if (isSign(text, rightEnd)) points += NEAR.sign;
  if (next !== "" && MARKS.includes(next)) points += NEAR.mark;
  return points;
}

function leftPoints(text: string, { left, leftStart, runStart, right }: Pieces, at: number): number {
  const amount = AMOUNT.test(text.slice(Math.max(0, at - AMOUNT_WIDTH), at));
  const possessive = left.length === 1 && APOSTROPHES.includes(text.charAt(leftStart - 1)) && leftStart > 1;
  const small = has(text, leftStart, LOWER);
  const wordBefore = small ? "" : wordBeforePiece(text, leftStart, runStart);
  let points = 0;
  if (small) points += NEAR.leftStartsSmall;
  if (amount) points += NEAR.leftIsAmount;
  if (left.length >= LONG_WORD) points += NEAR.leftIsLong;
  if (isFunctionWord(left)) points += NEAR.leftIsFunctionWord;
  if (left.length === 1 && small && !possessive) points += NEAR.leftIsSmallLetter;
  if (left.length > 1 && left.length <= SHORT_LEFT && !amount) points += NEAR.leftIsShort;
  if (wordBefore !== "" && isFunctionWord(wordBefore)) points += NEAR.functionWordBefore;
  if (PREFIX.test(left)) points += NEAR.prefix;
  if (NAMES.has((left + right).toLowerCase())) points += NEAR.name;
  if (PLURAL.test(right) && has(text, at - 1, UPPER)) points += NEAR.plural;
  return points;
}

/** What stands behind no word of prose: a bracket, an operator of a program. */
function isSign(text: string, at: number): boolean {
  if (at >= text.length) return false;
  if (has(text, at, SPACE)) return ASSIGNMENT.test(text.slice(at, at + 3));
  const next = text.charAt(at);
  return !MARKS.includes(next) && !OTHER_MARKS.includes(next);
}

/** The word before a piece and a space; empty when something else stands there. */
function wordBeforePiece(text: string, leftStart: number, runStart: number): string {
  return leftStart === runStart && has(text, leftStart - 1, SPACE) ? wordUpTo(text, leftStart - 1) : "";
}

/** What a word that stands here alone can be given by the text is nothing. */
const mostPointsElsewhere = ({ left, right }: Pieces, survey: Survey): number =>
  (survey.comesBack(right) ? MOST_OF_RIGHT : 0) + (survey.comesBack(left) ? MOST_OF_LEFT : 0);

function pointsElsewhere(text: string, pieces: Pieces, vocabulary: Vocabulary): number {
  const { left, right, runStart, leftStart, rightEnd, runEnd } = pieces;
  const { alone, whole: wholes } = vocabulary;
  const starts = countStarts(text, pieces, vocabulary);
  const ends = countEnds(text, pieces, vocabulary);
  const whole = wholes.of(hashOf(text.slice(runStart, runEnd)));
  const bare = runStart === leftStart && runEnd === rightEnd;
  const pair = wholes.of(hashOf(left + right)) - (bare ? 1 : 0);
  let points = 0;
  if (alone.of(hashOf(right)) > 0) points += ELSEWHERE.rightStandsAlone;
  if (alone.of(hashOf(left)) > 0) points += ELSEWHERE.leftStandsAlone;
  if (starts.behind >= MANY) points += ELSEWHERE.phraseOften;
  else if (starts.behind === FEW) points += ELSEWHERE.phraseTwice;
  else if (starts.all >= MANY) points += ELSEWHERE.phraseBehindOne;
  if (ends >= FEW) points += ELSEWHERE.leftPhraseEnds;
  if (whole > 1) {
    if (starts.behind >= MANY || ends >= MANY) points += ELSEWHERE.repeatedInPhrases;
    else {
      points += whole <= MANY ? ELSEWHERE.repeated : ELSEWHERE.repeatedOften;
      if (bothAreWords(left, right, vocabulary)) points += ELSEWHERE.repeatedWords;
    }
  } else if (pair > 0) points += ELSEWHERE.partOfOtherWord;
  return points;
}

/** Both halves stand alone again and again: `ConsPros` comes back, and so do `Pros` and `Cons`. */
const bothAreWords = (left: string, right: string, { alone }: Vocabulary): boolean =>
  alone.of(hashOf(left)) >= MANY && alone.of(hashOf(right)) >= MANY;

/** Before how many different words the word on the left ends a phrase with the word before it, or stands alone. */
function countEnds(text: string, { left, leftStart, runStart }: Pieces, vocabulary: Vocabulary): number {
  const before = wordBeforePiece(text, leftStart, runStart);
  if (before !== "") return vocabulary.endsBefore.of(phraseKey(hashOf(before), hashOf(left)));
  const glued = leftStart > runStart || (leftStart > 0 && !has(text, leftStart - 1, SPACE));
  return glued ? vocabulary.endsBefore.of(phraseKey(ALONE_KEY, hashOf(left))) : 0;
}

/** `TurboTaxTurboTax is …`: a heading, and the sentence that takes it up. */
function isRestated(text: string, { runStart, leftStart }: Pieces, at: number): boolean {
  for (let start = leftStart; start >= runStart; start--) {
    if (start !== runStart && !isPieceStart(text, start)) continue;
    const width = at - start;
    if (width < SHORT_LEFT || text.charCodeAt(start) !== text.charCodeAt(at)) continue;
    if (!text.startsWith(text.slice(start, at), at)) continue;
    if (!has(text, at + width, LETTER | DIGIT)) return true;
  }
  return false;
}

function partPoints(text: string, pieces: Pieces, from: number, at: number): number {
  let points = at - from > HEADING_CHARACTERS ? 0 : headingPoints(text, from, at);
  if (at - from > LONG_PART && SENTENCE_END.test(text.slice(Math.max(from, at - SENTENCE_REACH), at)))
    points += PART.sentenceOpen;
  if (
    SENTENCE.test(text.slice(at, at + SENTENCE_REACH)) &&
    !NEXT_JOINT.test(text.slice(pieces.rightEnd, pieces.rightEnd + NEXT_JOINT_WITHIN))
  )
    points += PART.sentenceFollows;
  return points;
}

/** What the part that would end here has of a heading: it is short, and no sentence ends within it. */
function headingPoints(text: string, from: number, at: number): number {
  const part = text.slice(from, at).trim();
  const numbered = ITEM_NUMBER.test(part);
  const words = part.split(" ");
  if (words.length > HEADING_WORDS || SENTENCE_INSIDE.test(numbered ? part.replace(ITEM_NUMBER, "") : part))
    return 0;
  const content = words.filter((word) => has(word, 0, LOWER | UPPER) && !isFunctionWord(word));
  const capitals = content.filter((word) => has(word, 0, UPPER)).length;
  let points = numbered ? PART.numbered : 0;
  if (words.length > 1 && content.length > 0 && capitals >= content.length * TITLE_CASE)
    points += PART.titleCase;
  if (at - from <= HEADING_LIKE_CHARACTERS && HEADING_LIKE.test(part)) points += PART.headingLike;
  if (isTakenUp(content, text.slice(at, at + TAKEN_UP_WITHIN).toLowerCase())) points += PART.takenUp;
  return points;
}

const isTakenUp = (words: readonly string[], next: string): boolean =>
  words.some((word) => word.length > SHORT_LEFT && next.includes(word.slice(0, STEM).toLowerCase()));

/** A joint between capitals, which only `SASSAS (short for …)` and `$348MERMCO` tell. */
export function isCapitalsJoint(text: string, at: number): boolean {
  let width = 1;
  while (width <= LONGEST_ACRONYM && has(text, at + width, UPPER)) width++;
  const doubled = width > SHORT_RIGHT && at >= width && !has(text, at + width, LETTER | DIGIT);
  if (doubled && !has(text, at - width - 1, LETTER) && text.startsWith(text.slice(at - width, at), at))
    return true;
  return (
    width > 1 &&
    MULTIPLES.includes(text.charAt(at - 1)) &&
    MONEY.test(text.slice(Math.max(0, at - AMOUNT_WIDTH), at))
  );
}
