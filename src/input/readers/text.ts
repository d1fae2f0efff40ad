/** Plain text: the file is the document. */
import type { SourceDocument } from "../../model.js";
import { decode } from "../decode.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";

export const textReader: Reader = {
  format: "text",
  extensions: [".txt", ".text"],
  async *read(bytes, options) {
    yield await document(bytes, options);
  },
};

/** Apart from the generator, which lives as long as the document is in use and would keep its bytes. */
async function document(bytes: InputBytes, { encoding }: ReaderOptions): Promise<SourceDocument> {
  const { path } = bytes;
  const decoded = decode(await bytes.whole(), { path, encoding });
  return { path, record: 0, format: "text", encoding: decoded.encoding, text: decoded.text };
}
