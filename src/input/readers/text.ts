/** Plain text: the file is the document. */
import type { SourceDocument } from "../../model.js";
import { decode } from "../decode.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";

export const textReader: Reader = {
  format: "text",
  isContainer: false,
  extensions: [".txt", ".text"],
  async *read(bytes, options) {
    yield await document(bytes, options);
  },
};

/** Apart from the generator, which lives as long as the document is in use and would keep its bytes. */
async function document(
  bytes: InputBytes,
  { encoding }: Pick<ReaderOptions, "encoding">,
): Promise<SourceDocument> {
  return textDocument(await bytes.whole(), { path: bytes.path, encoding });
}

/** The text in these bytes. Throws InputError, "binary" or "undecodable". */
export function textDocument(
  bytes: Uint8Array,
  { path, encoding }: { readonly path: string | null; readonly encoding: string | null },
): SourceDocument {
  const decoded = decode(bytes, { path, encoding });
  return { path, record: 0, format: "text", encoding: decoded.encoding, text: decoded.text };
}
