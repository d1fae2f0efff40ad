/** Results as gzip. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GzipMembers, MEMBER_BYTES } from "../../src/cli/gzipMembers.js";
import { bodycopy, FIXTURES } from "./harness.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "bodycopy-"));
  cpSync(join(FIXTURES, "dumps"), join(cwd, "dumps"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

const unpacked = (path: string): string => gunzipSync(readFileSync(join(cwd, path))).toString();
const done = { code: 0, stdout: "", stderr: "" };

test.each(["ndjson", "json", "yaml", "text", "markdown"])(
  "-o FILE.gz holds what -f %s prints",
  async (format) => {
    const { stdout } = await bodycopy(["-f", format, "dumps"], { cwd });
    expect(await bodycopy(["-f", format, "dumps", "-o", "all.gz"], { cwd })).toEqual(done);
    expect(unpacked("all.gz")).toBe(stdout);
  },
);

test("-o FILE.GZ is gzip too, and a file of another name with --gzip", async () => {
  const { stdout } = await bodycopy(["dumps"], { cwd });
  await bodycopy(["dumps", "-o", "all.GZ"], { cwd });
  await bodycopy(["dumps", "-o", "all", "--gzip"], { cwd });
  expect([unpacked("all.GZ"), unpacked("all")]).toEqual([stdout, stdout]);
});

test("gunzip takes it", async () => {
  await bodycopy(["-f", "ndjson", "dumps", "-o", "all.ndjson.gz"], { cwd });
  const printed = execFileSync("gzip", ["-dc", "all.ndjson.gz"], { cwd, encoding: "utf8" });
  expect(printed).toBe(unpacked("all.ndjson.gz"));
});

test("an empty result is gzip as well", async () => {
  expect(await bodycopy(["dumps/letters/empty.txt", "-o", "empty.txt.gz"], { cwd })).toEqual(done);
  expect(unpacked("empty.txt.gz")).toBe("");
});

test("the head of the file tells neither time nor system", async () => {
  await bodycopy(["dumps", "-o", "all.gz"], { cwd });
  // ID, method, flags, modification time, extra flags, OS: RFC 1952, 2.3.
  expect([...readFileSync(join(cwd, "all.gz")).subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 0, 255]);
});

test("--out-dir with --gzip compresses every result and knows those that are there", async () => {
  const args = ["-f", "json", "dumps", "--out-dir", "out", "--gzip"];
  expect(await bodycopy(args, { cwd })).toEqual(done);
  expect(readdirSync(join(cwd, "out/dumps"))).toEqual(["harbour.txt.json.gz", "letters"]);
  expect(JSON.parse(unpacked("out/dumps/harbour.txt.json.gz")).title).toBe("Harbour to be dredged in spring");
  rmSync(join(cwd, "dumps/harbour.txt"));
  expect(await bodycopy([...args, "--skip-existing"], { cwd })).toEqual(done);
});

test("--gzip to standard output is refused", async () => {
  for (const output of [[], ["-o", "-"]]) {
    const { code, stderr } = await bodycopy(["dumps", "--gzip", ...output], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--gzip without --out-dir or --output");
  }
});

test.runIf(existsSync("/dev/full"))("a full disk is told", async () => {
  const stderr = "/dev/full: cannot be written: no space left on the device; free some and run again\n";
  const outcome = await bodycopy(["dumps", "-o", "/dev/full", "--gzip"], { cwd });
  expect(outcome).toEqual({ code: 1, stdout: "", stderr });
});

describe("members", () => {
  const pack = async (texts: readonly string[]): Promise<Buffer[]> => {
    const taken: Buffer[] = [];
    const members = new GzipMembers((member) => void taken.push(Buffer.from(member)));
    for (const text of texts) await members.write(text);
    await members.end();
    return taken;
  };
  test("end with the record that fills them", async () => {
    const texts = ["a".repeat(MEMBER_BYTES - 1), "bc", "d".repeat(2 * MEMBER_BYTES), "e"];
    const taken = await pack(texts);
    expect(taken.map((member) => gunzipSync(member).toString())).toEqual([
      (texts[0] ?? "") + texts[1],
      texts[2],
      texts[3],
    ]);
  });
  test("one after the other are the text, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (texts) => {
        expect(gunzipSync(Buffer.concat(await pack(texts)))).toEqual(Buffer.from(texts.join("")));
      }),
      { numRuns: 20 },
    );
  });
  test("are the same after a new start between them", async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `${i}`.repeat(MEMBER_BYTES / 10));
    const whole = Buffer.concat(await pack(texts));
    const taken: Buffer[] = [];
    let members = new GzipMembers((member) => void taken.push(Buffer.from(member)));
    let starts = 0;
    for (const text of texts) {
      await members.write(text);
      const settled = members.settled();
      if (settled === null) continue;
      await settled;
      members = new GzipMembers((member) => void taken.push(Buffer.from(member)), true);
      starts++;
    }
    await members.end();
    expect(starts).toBeGreaterThan(3);
    expect(Buffer.concat(taken).equals(whole)).toBe(true);
  });
  test("that cannot be written are told of", async () => {
    const members = new GzipMembers(() => {
      throw new Error("full");
    });
    await expect(
      (async () => {
        await members.write("x".repeat(MEMBER_BYTES));
        await members.end();
      })(),
    ).rejects.toThrow("full");
  });
});
