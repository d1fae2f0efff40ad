import { createRequire } from "node:module";

/** Filled in when the program is built: finding package.json costs a start several milliseconds. */
declare const BUILT_VERSION: string | undefined;

/** The version in package.json. */
export function version(): string {
  if (typeof BUILT_VERSION === "string") return BUILT_VERSION;
  return (createRequire(import.meta.url)("bodycopy/package.json") as { version: string }).version;
}
