/** A page's markup -> blocks, each one span. */
import type { Segmentation } from "../../model.js";
import { PageReader } from "./reader.js";

/** The blocks of a page. Every visible text is in exactly one of them; lines of markup alone are in none. */
export function segmentHtml(html: string): Segmentation {
  const reader = new PageReader(html);
  reader.read();
  const blocks = reader.blocks.map((span) => ({ lines: span.lines, spans: [span] }));
  return { layout: "html", lineCount: reader.lineCount, blocks, page: reader.facts };
}
