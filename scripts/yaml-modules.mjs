/**
 * Lets code import a YAML file as a module, in the bundle and in the tests alike, so that starting up parses no YAML.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** JSON in a string: an engine parses it several times faster than the same object literal. */
const toModule = (path) =>
  `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(path, "utf8"))))});`;

/** For esbuild. */
export const yamlForEsbuild = {
  name: "yaml-modules",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: toModule(path), loader: "js" }));
  },
};

/** For vitest. */
export const yamlForVite = {
  name: "yaml-modules",
  enforce: "pre",
  load(id) {
    return id.endsWith(".yaml") ? toModule(id) : null;
  },
};
