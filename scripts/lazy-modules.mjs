/** Node's own modules that are large and not needed by most runs: loaded when one of their exports is first used. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Web Crypto stands behind the one; the other is for commander's subcommands that are programs of their own. */
const LAZY = /^node:(?:crypto|child_process)$/;
const NAMESPACE = "lazy";

const lazily = (name) => {
  const getters = Object.keys(require(name)).map((key) => `get ${key}() { return load().${key}; }`);
  return `const load = () => require("${name}"); module.exports = { ${getters.join(", ")} };`;
};

/** For esbuild. */
export const lazyModules = {
  name: "lazy-modules",
  setup(build) {
    build.onResolve({ filter: LAZY }, ({ path, namespace }) =>
      namespace === NAMESPACE ? { path, external: true } : { path, namespace: NAMESPACE },
    );
    build.onLoad({ filter: LAZY, namespace: NAMESPACE }, ({ path }) => ({
      contents: lazily(path),
      loader: "js",
    }));
  },
};
