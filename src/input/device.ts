/** Pipes, terminals and other things in the file system that are no files. */
import { constants, createReadStream, openSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";

/**
 * A stream of what the system sends when it is ready. A blocking open or read of a pipe or a terminal would hold one
 * of Node's threads, and the process could not end before somebody wrote.
 */
export function streamOf(location: string): Readable {
  const require = createRequire(import.meta.url);
  const descriptor = openSync(location, constants.O_RDONLY | constants.O_NONBLOCK);
  if (statSync(location).isFIFO()) {
    const net = require("node:net") as typeof import("node:net");
    return new net.Socket({ fd: descriptor, writable: false });
  }
  const tty = require("node:tty") as typeof import("node:tty");
  return tty.isatty(descriptor)
    ? new tty.ReadStream(descriptor)
    : createReadStream(location, { fd: descriptor });
}
