/** The images that the document names, with the sizes that it tells. */
import type { Image, LabelledSpan } from "../model.js";
import { addressesIn } from "./addresses.js";
import { textsOf } from "./labelledSpans.js";

interface Size {
  readonly width: number | null;
  readonly height: number | null;
}

const UNKNOWN: Size = { width: null, height: null };

/** Two to five digits without a leading zero: thumbnails to posters. */
const PIXELS = "([1-9]\\d{1,4})";
/** "1920 1080 true", "640x360", "640 × 360 px". */
const DIMENSIONS = new RegExp(`^${PIXELS}\\s?[x×*\\s]\\s?${PIXELS}(?:\\s?px)?(?:\\s(?:true|false))?$`, "iu");
/** "/1200x628/", "photo-1024x768.jpg". */
const IN_PATH = new RegExp(`(?<![a-z\\d])${PIXELS}x${PIXELS}(?![a-z\\d])`, "giu");
const QUERY_WIDTH = new RegExp(`[?&](?:w|width)=${PIXELS}(?!\\d)`, "iu");
const QUERY_HEIGHT = new RegExp(`[?&](?:h|height)=${PIXELS}(?!\\d)`, "iu");

function sizeOfLine(text: string): Size | null {
  const found = text.length > 40 ? null : DIMENSIONS.exec(text);
  return found === null ? null : { width: Number(found[1]), height: Number(found[2]) };
}

/** The size that an address tells; one with two sizes in its path tells none. */
function sizeInAddress(url: string): Size | null {
  const width = QUERY_WIDTH.exec(url)?.[1];
  const height = QUERY_HEIGHT.exec(url)?.[1];
  if (width !== undefined && height !== undefined) return { width: Number(width), height: Number(height) };
  const [inPath, ...others] = (url.split("?", 1)[0] ?? "").matchAll(IN_PATH);
  if (inPath !== undefined && others.length === 0)
    return { width: Number(inPath[1]), height: Number(inPath[2]) };
  return null;
}

/** The size on the line right after each image. */
function sizesBeneath(spans: readonly LabelledSpan[]): Map<string, Size> {
  const sizes = new Map<string, Size>();
  spans.forEach(({ span, label }, index) => {
    const next = spans[index + 1];
    const size = label === "image" && next?.label === "dimensions" ? sizeOfLine(next.span.text) : null;
    const [url, ...others] = size === null ? [] : addressesIn(span.text);
    if (size !== null && url !== undefined && others.length === 0 && !sizes.has(url)) sizes.set(url, size);
  });
  return sizes;
}

/**
 * The images in reading order, each once. A single image has the first size line: the further ones are other crops of
 * it. Several have the size line with the same place when there are as many, else the one right beneath. What no line
 * tells the address may.
 */
export function imagesOf(spans: readonly LabelledSpan[]): Image[] {
  const urls = [...new Set(textsOf(spans, "image").flatMap(addressesIn))];
  if (urls.length === 0) return [];
  const lines = textsOf(spans, "dimensions").flatMap((text) => sizeOfLine(text) ?? []);
  const beneath = sizesBeneath(spans);
  const paired = urls.length === 1 || urls.length === lines.length;
  return urls.map((url, index) => ({
    url,
    ...((paired ? lines[index] : beneath.get(url)) ?? sizeInAddress(url) ?? UNKNOWN),
  }));
}
