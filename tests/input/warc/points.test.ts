/** An archive that is read again from one of its documents on. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.js";
import { readDocuments } from "../../../src/input/read.js";
import type { ReadingPoint, SourceDocument } from "../../../src/model.js";
import { tree } from "../tree.js";
import { members, record, response } from "./archive.js";

type Found = SourceDocument | InputError;

async function read(
  location: string,
  from: ReadingPoint | null = null,
  name = "a.warc.gz",
): Promise<Found[]> {
  const found: Found[] = [];
  const file = { kind: "file", path: name, location, root: null, origin: "explicit" } as const;
  for await (const one of readDocuments(file, { from, maxRecord: 150_000 })) found.push(one);
  return found;
}

const stored = (bytes: Uint8Array): string => join(tree({ archive: bytes }), "archive");

/** What was found from the document on, read from its point and read from the start. */
async function expectSameRest(bytes: Uint8Array, name?: string): Promise<number> {
  const location = stored(bytes);
  const all = await read(location, null, name);
  let points = 0;
  for (const [i, one] of all.entries()) {
    if (one instanceof InputError || one.point === undefined) continue;
    points++;
    expect(await read(location, one.point, name)).toEqual(all.slice(i));
  }
  return points;
}

const texts = (from: number, to: number) =>
  Promise.all(Array.from({ length: to - from }, (_, i) => record(`The tide of day ${from + i}.`)));

test("members of a record each can all be begun at", async () => {
  const info = await record("", { type: "warcinfo" });
  const page = await response("<p>The tide of the day.</p>");
  expect(await expectSameRest(members([info, ...(await texts(0, 3)), page, ...(await texts(3, 5))]))).toBe(6);
});

test("broken records and damaged members before and behind it are told or not as their place is", async () => {
  const [first, second, third] = [await texts(0, 2), await texts(2, 4), await texts(4, 6)].map(members);
  const damaged = gzipSync(Buffer.alloc(400, "The tide. "));
  damaged.fill(7, 20, 30);
  const wrong = Buffer.from(
    (await record("x".repeat(50))).toString().replace("Content-Length: 50", "Content-Length: 9"),
  );
  const large = await record("The tide. ".repeat(20_000));
  const parts = [first, damaged, second, gzipSync(wrong), Buffer.from("rubbish"), gzipSync(large), third];
  const all = Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0)));
  expect((await read(stored(all))).filter((one) => one instanceof InputError).length).toBeGreaterThan(2);
  expect(await expectSameRest(all)).toBe(6);
});

test("more than a piece of the file holds", async () => {
  // What does not compress, in records that are short of maxRecord.
  const many = await Promise.all(
    Array.from({ length: 20 }, () => record(randomBytes(75_000).toString("base64"))),
  );
  expect(await expectSameRest(members(many))).toBe(20);
});

test("a name that tells nothing", async () => {
  expect(await expectSameRest(members(await texts(0, 3)), "archive")).toBe(3);
});

test("an archive in one member, or in none, has the start alone", async () => {
  const all = Buffer.concat(await texts(0, 3));
  expect(await expectSameRest(gzipSync(all))).toBe(1);
  expect(await expectSameRest(all)).toBe(0);
});
