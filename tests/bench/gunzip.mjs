/** The floor of reading an archive: unpack it, and do nothing with it. */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

const [path = ""] = process.argv.slice(2);
for await (const _ of createReadStream(path).pipe(createGunzip({ chunkSize: 128 * 1024 })));
