/**
 * Lets code import a YAML file as a module, in the bundle and in the tests alike, so that starting up parses no YAML.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const toJson = (path) => JSON.stringify(parse(readFileSync(path, "utf8")));

/** For esbuild. */
export const yamlForEsbuild = {
  name: "yaml-modules",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: toJson(path), loader: "json" }));
  },
};

/** For vitest. */
export const yamlForVite = {
  name: "yaml-modules",
  enforce: "pre",
  load(id) {
    return id.endsWith(".yaml") ? `export default ${toJson(id)}` : null;
  },
};
