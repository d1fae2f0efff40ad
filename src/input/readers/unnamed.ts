/** What no name tells, above all standard input: what it begins as, else text. */
import type { SourceDocument } from "../../model.js";
import { htmlDocument, looksLikeHtml } from "./html.js";
import { jsonDocuments, looksLikeJson } from "./jsonl.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";
import { textDocument } from "./text.js";
import { looksLikeWarc, warcDocuments } from "./warc.js";

export const unnamedReader: Pick<Reader, "read"> = {
  async *read(bytes, options) {
    const start = await bytes.start();
    if (looksLikeWarc(start)) yield* warcDocuments(bytes, options);
    else if (looksLikeJson(start)) yield* jsonDocuments(bytes, options);
    else yield await document(bytes, options);
  },
};

/** What is named as a text, and may be a page that somebody saved so. */
export const namedTextReader: Pick<Reader, "read"> = {
  async *read(bytes, options) {
    yield await document(bytes, options);
  },
};

async function document(bytes: InputBytes, { encoding }: ReaderOptions): Promise<SourceDocument> {
  const whole = await bytes.whole();
  const { path } = bytes;
  return looksLikeHtml(whole)
    ? htmlDocument(whole, { path, encoding })
    : textDocument(whole, { path, encoding });
}
