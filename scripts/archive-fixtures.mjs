/**
 * Writes the web archives of fixtures with warcio's writer: `node scripts/archive-fixtures.mjs`. Ids and dates
 * are fixed, so that the same Node writes the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const DATE = "2024-03-05T06:07:08Z";

let written = 0;

/** A record as it is stored, in a gzip member of its own. */
async function record(type, content, { url, http, status = "HTTP/1.1 200 OK", headers = {} } = {}) {
  const id = `<urn:uuid:00000000-0000-4000-8000-${String(written++).padStart(12, "0")}>`;
  const made = WARCRecord.create(
    {
      type,
      url,
      date: DATE,
      warcHeaders: { "WARC-Record-ID": id, ...headers },
      statusline: status,
      httpHeaders: http ?? {},
    },
    [Buffer.from(content)],
  );
  return gzipSync(await WARCSerializer.serialize(made, { gzip: false }));
}

const text = (content, url, language) =>
  record("conversion", content, {
    url,
    headers: { "Content-Type": "text/plain", "WARC-Identified-Content-Language": language },
  });

function chunked(body) {
  const half = body.length >> 1;
  const chunk = (part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")];
  return Buffer.concat([
    ...chunk(body.subarray(0, half)),
    ...chunk(body.subarray(half)),
    Buffer.from("0\r\n\r\n"),
  ]);
}

const FERRY = `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>El transbordador vuelve a la isla | Diario del Puerto</title>
<meta name="author" content="Lucía Ferrer"><meta property="article:published_time" content="2024-03-04T08:30:00+01:00">
<link rel="canonical" href="https://diario.example/isla/transbordador"></head>
<body><nav><a href="/">Portada</a> <a href="/isla">Isla</a> <a href="/tiempo">Tiempo</a></nav>
<main><article><h1>El transbordador vuelve a la isla</h1>
<p>Después de cinco meses en el astillero, el transbordador volvió ayer a la isla con las bodegas llenas y la bandera nueva.</p>
<h2>Un motor más silencioso</h2>
<p>El motor gasta un tercio menos que el antiguo, según la naviera, y los vecinos del muelle dicen que por primera vez han dormido hasta las siete.</p>
<ul><li>Sale a las ocho y a las cuatro.</li><li>Los domingos descansa.</li></ul>
<blockquote><p>«Lo importante no es la prisa, sino que venga», dijo la maestra.</p></blockquote>
</article></main><footer><p>© 2024 Diario del Puerto. <a href="/aviso">Aviso legal</a></p></footer></body></html>`;

const MILL = `<html><head><title>Die alte Mühle mahlt wieder</title><meta name="date" content="2024-02-29"></head><body>
<div class="menu"><a href="/">Start</a> | <a href="/dorf">Dorf</a></div>
<h1>Die alte Mühle mahlt wieder</h1><p class="author">Von Jörg Übermüller</p>
<p>Am Samstag hat sich das Rad der alten Mühle zum ersten Mal seit vierzig Jahren gedreht, und das halbe Dorf hat am Bach gestanden und zugesehen.</p>
<p>Das Mehl reichte für zwölf Brote, die noch warm verteilt wurden, und für einen Kuchen, den niemand gesehen haben will.</p>
</body></html>`;

const page = (body, url, { type = "text/html; charset=utf-8", ...fields } = {}, status = undefined) =>
  record("response", body, { url, status, http: { "Content-Type": type, ...fields } });

const PAGES = [
  record("warcinfo", "software: a crawler\r\nformat: WARC File Format 1.0\r\n", { headers: {} }),
  record("request", "", {
    url: "https://diario.example/isla/transbordador?ref=portada",
    status: "GET / HTTP/1.1",
  }),
  page(chunked(gzipSync(FERRY)), "https://diario.example/isla/transbordador?ref=portada", {
    "Transfer-Encoding": "chunked",
    "Content-Encoding": "gzip",
  }),
  page(Buffer.from("GIF89a"), "https://diario.example/logo.gif", { type: "image/gif" }),
  page("<h1>404</h1>", "https://diario.example/nada", {}, "HTTP/1.1 404 Not Found"),
  page(Buffer.from(MILL, "latin1"), "https://dorf.example/muehle", {
    type: "text/html; charset=ISO-8859-1",
  }),
  record("metadata", "outlink: https://dorf.example/\r\n", { url: "https://dorf.example/muehle" }),
];

const TEXTS = [
  record("warcinfo", "software: a crawler\r\n"),
  text(
    `Harbour wall to be raised by forty centimetres - The Quay Letter
Home
News
Boats
Harbour wall to be raised by forty centimetres
By Ada Brightwater
4 March 2024
The council voted on Tuesday to raise the harbour wall by forty centimetres before the winter storms come, after two cellars were flooded in January.
Shop owners on the quay fear that the wall will hide the boats from the street, and they have asked for windows in it.
“Nobody has ever put windows into a wall against the sea,” the harbour master said, “but nobody had ever asked.”
Share this article
© 2024 The Quay Letter
`,
    "https://quay.example/news/harbour-wall",
    "eng",
  ),
  text(
    `A feira dos barcos volta em maio | Gazeta da Ria
Início
Cidade
Mar
A feira dos barcos volta em maio
A feira dos barcos volta à ria no segundo fim de semana de maio, com quarenta expositores e uma regata de barcos de papel.
A organização espera dez mil visitantes e pede que venham de comboio, porque a ponte velha continua fechada aos carros.
Leia também
Ponte velha reabre em junho
`,
    "https://gazeta.example/mar/feira",
    "por,eng",
  ),
];

const ARCHIVES = {
  "documents/warc-pages/input.warc.gz": PAGES,
  "documents/wet-texts/input.warc.wet.gz": TEXTS,
  "cli/saved/crawl/pages.warc.gz": PAGES,
  "cli/saved/crawl/texts.wet.gz": TEXTS,
};

for (const [path, records] of Object.entries(ARCHIVES)) {
  const file = `${FIXTURES}${path}`;
  mkdirSync(new URL(".", `file://${file}`), { recursive: true });
  writeFileSync(file, Buffer.concat(await Promise.all(records)));
}
