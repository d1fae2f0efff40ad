/**
 * eld has its table as one object literal of a megabyte, for whose syntax V8 takes 45 MB in each thread and never gives
 * them back. As JSON in a string it is read in a third of the time, and takes what it holds.
 */
import { pathToFileURL } from "node:url";

/** For esbuild. */
export const detectorData = {
  name: "detector-data",
  setup(build) {
    build.onLoad({ filter: /eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/ }, async ({ path }) => {
      const { ngramsData } = await import(pathToFileURL(path).href);
      const json = JSON.stringify(JSON.stringify(ngramsData));
      return { contents: `export const ngramsData = JSON.parse(${json});`, loader: "js" };
    });
  },
};
