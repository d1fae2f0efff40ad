import { createRequire } from "node:module";

/** The version in package.json, which the package finds by its own name from the sources and from the bundle alike. */
export function version(): string {
  return (createRequire(import.meta.url)("bodycopy/package.json") as { version: string }).version;
}
