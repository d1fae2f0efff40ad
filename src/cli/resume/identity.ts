/** What makes two runs the same: all that their output depends on, besides the inputs themselves. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { allPacks } from "../../rules/registry.js";
import type { Settings } from "../settings.js";
import { version } from "../version.js";
import type { Change } from "./resumeError.js";

/** By what is named to the user; absent is not given. */
export type RunIdentity = Readonly<Record<string, string>>;

/** A value that is a hash is told as changed alone. */
const HASH = /^sha256:/;

export function identityOf(paths: readonly string[], settings: Settings, cwd: string): RunIdentity {
  const { recordFields, minConfidence, failOn } = settings;
  const values: Readonly<Record<string, string | number | boolean | null>> = {
    bodycopy: version(),
    "the built-in rules": hash(JSON.stringify(allPacks())),
    "the list of inputs": paths.length > MOST_SHOWN ? hash(JSON.stringify(paths)) : JSON.stringify(paths),
    "--format": settings.format,
    "--gzip": settings.gzip,
    "--blocks": settings.blocks,
    "--fields": settings.fields?.join(",") ?? null,
    "--input-format": settings.inputFormat,
    "--text-field": recordFields.textField,
    "--html-field": recordFields.htmlField,
    "--id-field": recordFields.idField,
    "--keep-fields": recordFields.keepFields,
    "--max-record": settings.maxRecord,
    "--encoding": settings.encoding,
    "--fail-on": failOn.length === 0 ? null : failOn.join(","),
    "--min-confidence": failOn.length === 0 ? null : minConfidence,
    // It leaves out the heads over texts.
    "--quiet": settings.format === "text" && settings.quiet,
    ...Object.fromEntries(
      // Numbered, since their order counts and one may come twice.
      settings.rules.map((file, i) => [`--rules ${file} (${i + 1})`, hash(readFileSync(resolve(cwd, file)))]),
    ),
  };
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== false);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** Paths that are still read at a glance. */
const MOST_SHOWN = 5;

const hash = (content: string | Uint8Array): string =>
  `sha256:${createHash("sha256").update(content).digest("hex")}`;

/** What is not as it was, in the order of the later run. */
export function changesBetween(before: RunIdentity, now: RunIdentity): Change[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  return names
    .filter((name) => before[name] !== now[name])
    .map((what) => ({ what, before: shown(before[what]), now: shown(now[what]) }));
}

/** "" is not given. */
function shown(value: string | undefined): string | null {
  if (value === undefined || value === "true") return value === undefined ? "not given" : "given";
  return HASH.test(value) ? null : value;
}
