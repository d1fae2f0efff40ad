/** The tests of the real executable need dist/ as the sources are now. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const EXECUTABLE = join(ROOT, "bin/bodycopy.js");

/** There while one test file builds; those that run beside it wait. */
const LOCK = join(tmpdir(), `bodycopy-build-${createHash("sha256").update(ROOT).digest("hex").slice(0, 16)}`);
/** Who holds it for longer has been killed. */
const LONGEST_BUILD_MS = 120_000;
const WAIT_MS = 100;

/** Builds when a source is newer than the bundle; after `npm ci` there is nothing to do. */
export function ensureBuilt(): void {
  while (existsSync(LOCK) || !isNew()) {
    if (!isLocked()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    else {
      try {
        if (!isNew()) execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "pipe" });
      } finally {
        rmdirSync(LOCK);
      }
    }
  }
}

function isNew(): boolean {
  const bundle = join(ROOT, "dist/cli.js");
  return existsSync(bundle) && statSync(bundle).mtimeMs > newest(["src", "scripts", "package.json"]);
}

/** Whether this test file may build now. */
function isLocked(): boolean {
  const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > LONGEST_BUILD_MS)
    rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

/** When the last change of a file below the paths was. */
function newest(paths: readonly string[]): number {
  const files = paths.flatMap((path) => {
    const place = join(ROOT, path);
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { recursive: true, encoding: "utf8" }).map((name) => join(place, name));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
