import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import fc from "fast-check";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { InputError } from "../../src/errors.js";
import { bytesOf } from "../../src/input/bytes.js";
import { type InputFile, STANDARD_INPUT } from "../../src/input/inputFile.js";
import { type ReadOptions, readDocuments } from "../../src/input/read.js";
import type { SourceDocument } from "../../src/model.js";
import { encode } from "./encode.js";
import { tree } from "./tree.js";

const device = vi.hoisted(() => ({ failing: false, open: 0, onRead: () => {} }));

/** A disk that fails while it is read, which no test can cause, and a count of the files that are open. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    openSync: (path: string, flags: string | number) => {
      const descriptor = fs.openSync(path, flags);
      // What is opened in another way is closed by its stream.
      if (flags === "r") device.open++;
      return descriptor;
    },
    closeSync: (descriptor: number) => {
      device.open--;
      fs.closeSync(descriptor);
    },
    readSync: (descriptor: number, buffer: Buffer, offset: number, length: number) => {
      if (device.failing) throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
      // A disk may give less than it was asked for.
      const count = fs.readSync(descriptor, buffer, offset, Math.min(length, 700), null);
      device.onRead();
      return count;
    },
  };
});

afterEach(() => {
  const { open } = device;
  Object.assign(device, { failing: false, open: 0, onRead: () => {} });
  expect(open).toBe(0);
});

const fileAt = (location: string): InputFile => ({
  kind: "file",
  path: "shown.txt",
  location,
  root: null,
  origin: "explicit",
});

async function read(file: InputFile, options?: ReadOptions): Promise<(SourceDocument | InputError)[]> {
  const documents: (SourceDocument | InputError)[] = [];
  for await (const document of readDocuments(file, options)) documents.push(document);
  return documents;
}

const readFile = (content: string | Uint8Array, options?: ReadOptions) =>
  read(fileAt(join(tree({ "a.txt": content }), "a.txt")), options);

const readStream = (chunks: Iterable<Uint8Array | string>, options?: ReadOptions) =>
  read(STANDARD_INPUT, { ...options, stdin: Readable.from(chunks) });

const document = (text: string, encoding = "utf-8", path: string | null = "shown.txt") => ({
  path,
  record: 0,
  format: "text",
  encoding,
  text,
});

const failure = (problem: object, path: string | null = "shown.txt") => ({
  name: "InputError",
  path,
  problem,
});

/** Bytes that gzip can hardly make smaller, so that they have many positions to be cut at. */
const LINES = Array.from({ length: 60 }, (_, i) => `Line ${i}: ${(i * 2654435761) % 1e9} – é\n`).join("");

describe("a file", () => {
  it("gives one document", async () => {
    expect(await readFile(LINES)).toEqual([document(LINES)]);
    expect(await readFile("")).toEqual([document("")]);
  });

  it("is read in the named encoding", async () => {
    expect(await readFile(encode("Привет", "koi8-r"), { encoding: "KOI8" })).toEqual([
      document("Привет", "koi8-r"),
    ]);
    expect(await readFile("caf\xe9", { encoding: null })).toEqual([document("café")]);
  });

  it("is not opened for an encoding that nobody knows", async () => {
    await expect(read(fileAt("/nowhere"), { encoding: "utf-9" })).rejects.toMatchObject({
      name: "UsageError",
    });
  });

  it("may be a device", async () => {
    expect(await read(fileAt("/dev/null"))).toEqual([document("")]);
  });

  it("may be a pipe, whose writer comes later", async () => {
    const pipe = join(tree({}), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reading = read(fileAt(pipe));
    await promisify(execFile)("sh", ["-c", `printf 'from a pipe' | gzip > '${pipe}'`]);
    expect(await reading).toEqual([document("from a pipe")]);
  });

  it("that is a pipe without a writer does not keep the process alive", async () => {
    const folder = tree({});
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const script = `
      import { readDocuments } from "./src/input/read.ts";
      const file = { kind: "file", path: "pipe", location: ${JSON.stringify(join(folder, "pipe"))}, root: null, origin: "explicit" };
      readDocuments(file).next();
      setTimeout(() => process.exit(7), 100);`;
    await build({
      stdin: { contents: script, resolveDir: process.cwd() },
      outfile: join(folder, "read.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
    });
    const child = spawn(process.execPath, [join(folder, "read.mjs")], { stdio: "inherit" });
    onTestFinished(() => void child.kill("SIGKILL"));
    const [code] = await once(child, "exit");
    expect(code).toBe(7);
  });

  it("may be one that the kernel makes up and says to be empty", async () => {
    expect(await read(fileAt("/proc/self/status"))).toMatchObject([
      { text: expect.stringContaining("Pid:") },
    ]);
  });

  it("that holds no text is an error", async () => {
    expect(await readFile("%PDF-1.4\n")).toMatchObject([failure({ kind: "binary", looksLike: "PDF" })]);
  });

  it("whose bytes are not of the named encoding is an error", async () => {
    expect(await readFile(Buffer.from("caf\xe9", "latin1"), { encoding: "shift_jis" })).toEqual([
      document("caf\ufffd", "shift_jis"),
    ]);
    expect(await readFile(Buffer.from("caf\xe9!", "latin1"), { encoding: "utf-8" })).toMatchObject([
      failure({ kind: "undecodable", encoding: "utf-8", byte: 0xe9, offset: 3 }),
    ]);
  });

  it("that is gone or a folder when its turn comes is an error with the system's code", async () => {
    const folder = tree({ "a.txt": "" });
    const file = fileAt(join(folder, "a.txt"));
    unlinkSync(join(folder, "a.txt"));
    expect(await read(file)).toMatchObject([failure({ kind: "unreadable", code: "ENOENT" })]);
    expect(await read(fileAt(folder))).toMatchObject([failure({ kind: "unreadable", code: "EISDIR" })]);
  });

  it("that the disk cannot give is an error, and is closed", async () => {
    device.failing = true;
    expect(await readFile(LINES)).toMatchObject([failure({ kind: "unreadable", code: "EIO" })]);
  });

  it("may grow or shrink while it is read", async () => {
    const location = join(tree({ "a.txt": LINES }), "a.txt");
    device.onRead = () => {
      device.onRead = () => {};
      appendFileSync(location, "One more line.");
    };
    expect(await read(fileAt(location))).toEqual([document(`${LINES}One more line.`)]);
    device.onRead = () => truncateSync(location, 10);
    expect(await read(fileAt(location))).toEqual([document(Buffer.from(LINES).toString("utf8", 0, 700))]);
  });
});

describe("standard input", () => {
  it("is the stream that is handed in", async () => {
    expect(await readStream([Buffer.from("caf"), Buffer.from([0xc3]), Buffer.from([0xa9])])).toEqual([
      document("café", "utf-8", null),
    ]);
    expect(await readStream([])).toEqual([document("", "utf-8", null)]);
    expect(await readStream(["a stream ", "of strings"])).toEqual([
      document("a stream of strings", "utf-8", null),
    ]);
  });

  it("that fails is an error with the system's code", async () => {
    const stdin = new Readable({
      read() {
        this.destroy(Object.assign(new Error("EISDIR: illegal operation"), { code: "EISDIR" }));
      },
    });
    expect(await read(STANDARD_INPUT, { stdin })).toMatchObject([
      failure({ kind: "unreadable", code: "EISDIR" }, null),
    ]);
    expect(await read(STANDARD_INPUT)).toMatchObject([failure({ kind: "unreadable", code: "EBADF" }, null)]);
  });

  it.each([
    new TypeError("a fault"),
    Object.assign(new TypeError("a fault"), { code: "ERR_INVALID_ARG_TYPE" }),
  ])("does not hide a fault of ours", async (fault) => {
    const stdin = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a");
      throw fault;
    })();
    await expect(read(STANDARD_INPUT, { stdin })).rejects.toBe(fault);
  });
});

describe("gzip", () => {
  const gz = gzipSync(LINES);

  it("is known by its bytes, whatever the name", async () => {
    expect(await readFile(gz)).toEqual([document(LINES)]);
    expect(await readFile(gzipSync(""))).toEqual([document("")]);
    expect(await readFile(gzipSync(encode("Привет, мир", "windows-1251")))).toEqual([
      document("Привет, мир", "windows-1251"),
    ]);
  });

  it("may have many members, and zeros after them", async () => {
    const many = Buffer.concat([gz, gzipSync(""), gzipSync("the end"), Buffer.alloc(512)]);
    expect(await readFile(many)).toEqual([document(`${LINES}the end`)]);
  });

  it("cut anywhere is truncated", async () => {
    for (let length = 2; length < gz.length; length += 7) {
      expect(await readFile(gz.subarray(0, length))).toMatchObject([
        failure({ kind: "truncated", container: "gzip" }),
      ]);
    }
    expect(await readFile(Buffer.concat([gz, gz.subarray(0, 15)]))).toMatchObject([
      failure({ kind: "truncated" }),
    ]);
  });

  it.each([
    ["data", (bytes: Buffer) => bytes.fill(0xff, 20, 60)],
    ["checksum", (bytes: Buffer) => bytes.fill(0, bytes.length - 8, bytes.length - 4)],
    ["header", (bytes: Buffer) => bytes.fill(0xff, 2, 4)],
    ["end", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("junk")])],
  ])("with a damaged %s is corrupt", async (_, damage) => {
    expect(await readFile(damage(Buffer.from(gz)))).toMatchObject([
      failure({ kind: "corrupt", container: "gzip" }),
    ]);
  });

  it("in gzip is not unpacked twice", async () => {
    expect(await readFile(gzipSync(gz))).toMatchObject([failure({ kind: "binary", looksLike: "gzip" })]);
  });
});

describe("the limit", () => {
  const tooLarge = failure({ kind: "too-large", limit: 1000 });
  const options = { maxBytes: 1000 };

  it("is for the bytes of a document after decompression", async () => {
    expect(await readFile("x".repeat(1000), options)).toEqual([document("x".repeat(1000))]);
    expect(await readFile("x".repeat(1001), options)).toMatchObject([tooLarge]);
    expect(await readFile(gzipSync("x".repeat(1000)), options)).toEqual([document("x".repeat(1000))]);
    expect(await readFile(gzipSync("x".repeat(1001)), options)).toMatchObject([tooLarge]);
  });

  it("is checked before a file is read", async () => {
    const location = join(tree({ "a.txt": "x".repeat(1001) }), "a.txt");
    device.failing = true;
    expect(await read(fileAt(location), options)).toMatchObject([tooLarge]);
  });

  it("ends a stream that has no end", async () => {
    expect(await read(fileAt("/dev/zero"), options)).toMatchObject([tooLarge]);
    const endless = (function* () {
      while (true) yield Buffer.from("more ");
    })();
    expect(await readStream(endless, options)).toMatchObject([
      failure({ kind: "too-large", limit: 1000 }, null),
    ]);
  });

  it("keeps a small file from becoming a large one", async () => {
    const zeros = gzipSync(Buffer.alloc(20_000_000, "x"));
    const bomb = Buffer.concat(Array<Buffer>(400).fill(zeros));
    expect(await readFile(bomb, { maxBytes: 1_000_000 })).toMatchObject([
      failure({ kind: "too-large", limit: 1_000_000 }),
    ]);
  });
});

it("closes the file when the reader stops early", async () => {
  const location = join(
    tree({
      "a.txt": Buffer.alloc(3_000_000, "line\n"),
      "b.gz": gzipSync(Buffer.alloc(30_000_000, "line\n")),
    }),
    "a.txt",
  );
  for (const place of [location, location.replace("a.txt", "b.gz")]) {
    for await (const _ of bytesOf(fileAt(place), { stdin: null, maxBytes: 1 }).chunks()) break;
    expect(device.open).toBe(0);
  }
});

describe("properties", () => {
  const contents = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => Buffer.from(text)),
    fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => Buffer.from(`\ufeff${text}`, "utf16le")),
    fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => gzipSync(text)),
    fc
      .tuple(fc.uint8Array({ maxLength: 60 }), fc.nat(80))
      .map(([bytes, end]) => gzipSync(bytes).subarray(0, end)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([gzipSync("a"), bytes])),
  );

  function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
    const bounds = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
    return bounds.slice(1).map((end, i) => bytes.subarray(bounds[i], end));
  }

  const outcome = (results: (SourceDocument | InputError)[]) =>
    results.map((result) =>
      result instanceof InputError ? { path: result.path, problem: result.problem } : result,
    );

  it("splitting the bytes anywhere changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.array(fc.nat(300), { maxLength: 8 }), async (bytes, cuts) => {
        const whole = outcome(await readStream([bytes]));
        expect(outcome(await readStream(split(bytes, cuts)))).toEqual(whole);
        expect(outcome(await readStream([...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(whole);
        expect(whole).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it("a file and a stream of the same bytes give the same", async () => {
    const folder = tree({ "a.txt": "" });
    await fc.assert(
      fc.asyncProperty(contents, async (bytes) => {
        writeFileSync(join(folder, "a.txt"), bytes);
        const [fromFile] = outcome(await read(fileAt(join(folder, "a.txt"))));
        const [fromStream] = outcome(await readStream([bytes]));
        expect({ ...fromFile, path: null }).toEqual(fromStream);
      }),
    );
  });
});
