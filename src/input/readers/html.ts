/** HTML: the file is the page. */
import type { SourceDocument } from "../../model.js";
import { metaCharset } from "../charset/metaCharset.js";
import { decode } from "../decode.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";

export const htmlReader: Reader = {
  format: "html",
  isContainer: false,
  extensions: [".html", ".htm", ".xhtml"],
  async *read(bytes, options) {
    yield await document(bytes, options);
  },
};

/** Apart from the generator, which lives as long as the document is in use and would keep its bytes. */
async function document(
  bytes: InputBytes,
  { encoding }: Pick<ReaderOptions, "encoding">,
): Promise<SourceDocument> {
  return htmlDocument(await bytes.whole(), { path: bytes.path, encoding });
}

export interface PageSource {
  /** For the record and for errors; null for standard input. */
  readonly path: string | null;
  /** Position inside a container; 0 when absent. */
  readonly record?: number;
  /** A name that resolveEncoding gave; it is taken at its word. Absent or null: what is declared, else the bytes. */
  readonly encoding?: string | null;
  /** What the HTTP header declares, in whatever spelling. */
  readonly charset?: string | null;
  /** The address that the page was fetched from. */
  readonly url?: string | null;
}

/**
 * The page in these bytes. A byte order mark tells the charset, else the HTTP header, else the page's own meta element,
 * else the bytes. What has no tag at all is a text with the wrong name. Throws InputError, "binary" or "undecodable".
 */
export function htmlDocument(bytes: Uint8Array, source: PageSource): SourceDocument {
  const { path, record = 0, encoding = null, charset = null, url = null } = source;
  const declared = charset ?? metaCharset(bytes);
  const { text, encoding: found } = decode(bytes, { path, encoding, declared });
  return { path, record, format: TAG.test(text) ? "html" : "text", encoding: found, text, url };
}

const TAG = /<(?:[a-z][a-z\d-]{0,30}[\s/>]|\/[a-z]|!doctype)/i;

/** Bytes in which a page says that it is one. */
const SNIFFED_BYTES = 1024;
/** How pages begin: white space, comments and an XML declaration may stand first. */
const PAGE_START =
  /^(?:\s|\ufeff|<\?xml[^>]{0,200}>|<!--(?:(?!-->)[\s\S]){0,800}-->)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i;

/** Whether bytes of unknown name are a page. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString("latin1");
  // In UTF-16 every other byte is NUL; marks of byte order are no characters here.
  return PAGE_START.test(start.replace(/\0/g, "").replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, ""));
}
