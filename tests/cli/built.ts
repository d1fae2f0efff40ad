/** The tests of the real executable need dist/ as the sources are now. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const EXECUTABLE = join(ROOT, "bin/bodycopy.js");

/** Builds when a source is newer than the bundle; after `npm ci` there is nothing to do. */
export function ensureBuilt(): void {
  const bundle = join(ROOT, "dist/cli.js");
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest(["src", "scripts", "package.json"])) return;
  execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "pipe" });
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
