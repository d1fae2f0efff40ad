/** Text -> the bytes of a legacy charset: TextDecoder turned around. Node encodes Unicode alone. */

const TWO_BYTES = new Set(["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"]);

/** What TextDecoder of some Node versions does not know of windows-1252. */
const WINDOWS_1252 = new Map(
  Object.entries({ "€": 0x80, "„": 0x84, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97 }),
);

const tables = new Map<string, Map<string, readonly number[]>>();

export function encode(text: string, encoding: string): Buffer {
  return Buffer.from([...text].flatMap((character) => bytesOf(character, encoding)));
}

function bytesOf(character: string, encoding: string): readonly number[] {
  if (encoding === "windows-1252") return [WINDOWS_1252.get(character) ?? character.charCodeAt(0)];
  let table = tables.get(encoding);
  if (table === undefined) {
    table = tableOf(encoding);
    tables.set(encoding, table);
  }
  const bytes = table.get(character);
  if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
  return bytes;
}

function tableOf(encoding: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (!TWO_BYTES.has(encoding)) return table;
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  }
  return table;
}
