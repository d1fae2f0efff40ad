/** The output does not depend on the number of threads. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { extract } from "../../../src/cli/extract.js";
import type { RawOptions } from "../../../src/cli/settings.js";
import { ensureBuilt } from "../built.js";
import { Kept, type Outcome } from "../harness.js";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let cwd: string;
beforeAll(() => {
  ensureBuilt();
  cwd = mkdtempSync(join(tmpdir(), "bodycopy-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Workers are asked for everything but the first document. */
async function run(paths: readonly string[], options: RawOptions): Promise<Outcome> {
  const stdout = new Kept();
  const stderr = new Kept();
  const streams = { stdin: Readable.from([]), stdout, stderr, cwd, env: {} };
  const interrupted = new AbortController().signal;
  const alone = { ms: 0, waiting: -1 };
  const code = await extract(paths, options, { ...streams, interrupted }, alone);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

const SENTENCES = [
  "The harbour is to be dredged in spring, the council said on Monday.",
  "El puerto será dragado en primavera, según el ayuntamiento.",
  "Die Fähre fährt wieder, teilte die Reederei am Dienstag mit.",
  "Порт углубят весной, сообщили в мэрии города.",
  "Sign up for our newsletter",
  "© Harbour Post",
  "2021-12-31T07:52+0000",
];
const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 40 }).map((lines) => lines.join("\n\n"));
const bytes = fc.oneof(
  { weight: 6, arbitrary: text.map((one) => ({ name: "text.txt", content: Buffer.from(one) })) },
  text.map((one) => ({ name: "packed.txt.gz", content: gzipSync(one) })),
  text.map((one) => ({ name: "cut.txt.gz", content: gzipSync(one).subarray(0, -9) })),
  text.map((one) => ({ name: "page.html", content: Buffer.from(`<html><body><p>${one}</p></body></html>`) })),
  fc.constant({ name: "picture.txt", content: Buffer.from("\x89PNG\r\n\x1a\n", "latin1") }),
  fc.array(text, { maxLength: 5 }).map((texts) => ({
    name: "export.jsonl",
    content: Buffer.from(texts.map((one) => `${JSON.stringify({ text: one })}\n{"text":\n`).join("")),
  })),
);

const options: fc.Arbitrary<RawOptions> = fc.constantFrom(
  { format: "ndjson" },
  { format: "json", fields: "title,text,confidence" },
  { format: "text", failOn: "empty,low-confidence" },
  { format: "markdown", failOn: "empty" },
  { format: "yaml", blocks: true },
);

test("output, errors and exit code are the same with one, two and three threads", async () => {
  let folders = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 30 }), options, async (files, raw) => {
      const folder = `in${folders++}`;
      mkdirSync(join(cwd, folder));
      files.forEach(({ name, content }, i) => {
        writeFileSync(join(cwd, folder, `${String(i).padStart(2, "0")}-${name}`), content);
      });
      const paths = [folder, "nowhere.txt"];
      const alone = await run(paths, { ...raw, jobs: "1" });
      expect(await run(paths, { ...raw, jobs: "2" })).toEqual(alone);
      expect(await run(paths, { ...raw, jobs: "3" })).toEqual(alone);
    }),
    { numRuns: 8 },
  );
});

test("rules of the user's are known to every thread", async () => {
  const rules = join(cwd, "quay.yaml");
  writeFileSync(
    rules,
    `- id: quay-tide
  label: promotion
  summary: The tide
  why: It stands in every article.
  when: { starts-with: [the tide reached] }
  examples: { fires: [The tide reached 2.9 metres.], passes: [The fleet is out.] }
`,
  );
  mkdirSync(join(cwd, "tides"));
  for (let i = 0; i < 20; i++) {
    writeFileSync(
      join(cwd, "tides", `${i}.txt`),
      `${SENTENCES[0]}\n\nThe tide reached ${i} metres.\n\n${SENTENCES[0]}\n`,
    );
  }
  const outcomes = [];
  for (const jobs of ["1", "2"]) {
    outcomes.push(await run(["tides"], { format: "ndjson", fields: "noise", rules: [rules], jobs }));
  }
  expect(outcomes[0]?.stdout.match(/"rule":"quay-tide"/g)).toHaveLength(20);
  expect(outcomes[1]).toEqual(outcomes[0]);
});
