/** The charset that a page declares in its meta element, or an XHTML page in its XML declaration. */

/** Browsers look no farther, but pages exist that declare it behind long scripts. */
const LOOKED_AT = 16 * 1024;
const META = /<meta\b[^>]{0,400}?\bcharset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{2,40})/i;
const XML = /^\s{0,100}<\?xml\b[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{2,40})/i;

/** Templates keep old declarations in them; one that does not end hides the rest. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** As it is written; null when the page declares none. */
export function metaCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT))
    .toString("latin1")
    .replace(COMMENT, " ");
  return META.exec(start)?.[1] ?? XML.exec(start)?.[1] ?? null;
}
