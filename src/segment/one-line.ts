/** A whole page on one line: nothing tells its blocks but the sentences. */
import { splitGlued } from "./glue.js";

/** An end mark, closing marks, white space, and the start of another sentence. */
const SENTENCE_BREAK =
  /(?<=[\p{L}\d)"”’»][.!?…]["”’»)]{0,2}) (?=["“„«(¿¡]?[\p{Lu}\p{Lo}\d])|(?<=[。！？।؟]["”」』）]{0,2}) ?/u;

/** Parts of this length on average are paragraphs; longer ones are a page without any joints. */
const PARAGRAPH_CHARACTERS = 900;

/** The paragraphs where their joints are visible; otherwise sentences, which are then labelled like blocks. */
export function splitOneLine(text: string): string[] {
  const parts = splitGlued(text);
  if (parts.length > 1 && text.length / parts.length <= PARAGRAPH_CHARACTERS) return parts;
  return parts.flatMap((part) => part.split(SENTENCE_BREAK)).filter((part) => part !== "");
}
