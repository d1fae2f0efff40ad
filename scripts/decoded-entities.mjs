/**
 * The entities package unpacks its table of names when it is loaded, which takes a start some milliseconds that reads
 * no entity. In the bundle the table is unpacked already.
 */
import { pathToFileURL } from "node:url";

/** For esbuild. */
export const decodedEntities = {
  name: "decoded-entities",
  setup(build) {
    build.onLoad(
      { filter: /entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ },
      async ({ path }) => {
        const { htmlDecodeTree } = await import(pathToFileURL(path).href);
        const { buffer, byteOffset, byteLength } = htmlDecodeTree;
        const base64 = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
        return {
          contents: `const bytes = Uint8Array.from(Buffer.from("${base64}", "base64"));
export const htmlDecodeTree = new Uint16Array(bytes.buffer);`,
          loader: "js",
        };
      },
    );
  },
};
