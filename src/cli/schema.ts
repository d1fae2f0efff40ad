/** `bodycopy schema`: the JSON Schema of the record. */
import recordSchema from "../output/schema.json" with { type: "json" };
import { EXIT, type ExitCode } from "./exitCode.js";
import { Printer } from "./printer.js";
import type { Streams } from "./streams.js";

export async function schema({ stdout }: Streams): Promise<ExitCode> {
  await new Printer(stdout).write(`${JSON.stringify(recordSchema, null, 2)}\n`);
  return EXIT.done;
}
