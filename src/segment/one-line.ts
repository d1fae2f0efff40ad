/** A whole page on one line: nothing tells its blocks but the sentences. */
import { splitGlued } from "./glue.js";

/** An end mark, closing marks, white space, and the start of another sentence. */
const SENTENCE_BREAK =
  /(?<=[\p{L}\d)"”’»][.!?…]["”’»)]{0,2}) (?=["“„«(¿¡]?[\p{Lu}\p{Lo}\d])|(?<=[。！？।؟]["”」』）]{0,2}) ?/u;

/** Sentences, which are then labelled like blocks. */
export function splitOneLine(text: string): string[] {
  return splitGlued(text)
    .flatMap((part) => part.split(SENTENCE_BREAK))
    .filter((part) => part !== "");
}
