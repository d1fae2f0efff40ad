/** The head of a record, or of the HTTP message in it -> its fields. Read by warcio. */
import { createRequire } from "node:module";

type Warcio = typeof import("warcio");

let loaded: Warcio | undefined;

/** Few runs need it. */
function warcio(): Warcio {
  loaded ??= createRequire(import.meta.url)("warcio") as Warcio;
  return loaded;
}

export interface Head {
  /** The first line. */
  readonly line: string;
  /** A field by its name in any case; null without it. */
  field(name: string): string | null;
  readonly fields: Iterable<readonly [name: string, value: string]>;
}

/** The first line and the fields behind it. What is no field is passed over. */
export async function parseHead(bytes: Buffer): Promise<Head> {
  const { AsyncIterReader, StatusAndHeadersParser } = warcio();
  // Uncompressed, and with its own kind of header list: it takes names that the platform's refuses.
  const parsed = await new StatusAndHeadersParser().parse(new AsyncIterReader([bytes], null));
  const fields = new Map<string, string>();
  for (const [name, value] of parsed?.headers ?? []) {
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value);
  }
  return {
    line: parsed?.statusline ?? "",
    field: (name) => fields.get(name.toLowerCase()) ?? null,
    fields: parsed?.headers ?? [],
  };
}
