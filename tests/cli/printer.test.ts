import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { OutputError } from "../../src/cli/outputError.js";
import { Printer } from "../../src/cli/printer.js";
import { Kept } from "./harness.js";

test("waits until the stream has taken what was written", async () => {
  const taken: (() => void)[] = [];
  const slow = new Writable({ write: (_chunk, _encoding, done) => void taken.push(done) });
  let resolved = false;
  const write = new Printer(slow).write("text").then(() => {
    resolved = true;
  });
  await new Promise(setImmediate);
  expect(resolved).toBe(false);
  taken[0]?.();
  await write;
  expect(resolved).toBe(true);
});

test("every write fails once the stream has failed", async () => {
  const printer = new Printer(new Kept(false, "EPIPE"));
  await expect(printer.write("a")).rejects.toThrow(OutputError);
  await expect(printer.write("b")).rejects.toMatchObject({ path: null, code: "EPIPE", isClosedPipe: true });
});
