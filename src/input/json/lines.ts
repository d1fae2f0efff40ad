/** JSON lines -> their lines, whatever their length and number. */
import { type JsonPiece, PieceBytes } from "./piece.js";

const LINE_END = 0x0a;

/** Every line, empty ones too. */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
  maxRecord: number,
): AsyncGenerator<JsonPiece> {
  const bytes = new PieceBytes(maxRecord);
  let line = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      bytes.add(chunk.subarray(start, end));
      yield { bytes: bytes.take(), line };
      line++;
      start = end + 1;
    }
    bytes.add(chunk.subarray(start));
  }
  if (bytes.size > 0) yield { bytes: bytes.take(), line };
}
