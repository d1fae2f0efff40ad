import { defineConfig } from "vitest/config";
import { yamlForVite } from "./scripts/yaml-modules.mjs";

export default defineConfig({
  plugins: [yamlForVite],
  test: { include: ["tests/**/*.test.ts"] },
});
