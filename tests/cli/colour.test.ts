import { expect, test } from "vitest";
import { wantsColour } from "../../src/cli/colour.js";
import { Kept } from "./harness.js";

test.each([
  // choice, environment, terminal, colour
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, { TERM: "dumb" }, true, false],
  [undefined, { NO_COLOR: "1" }, true, false],
  [undefined, { NO_COLOR: "" }, true, true],
  [undefined, { FORCE_COLOR: "1" }, false, true],
  [undefined, { FORCE_COLOR: "0" }, true, false],
  [undefined, { FORCE_COLOR: "1", NO_COLOR: "1" }, false, false],
  [true, { NO_COLOR: "1" }, false, true],
  [false, { FORCE_COLOR: "1" }, true, false],
] as const)("--color %s, %o, terminal %s: %s", (choice, env, terminal, colour) => {
  expect(wantsColour(choice, env, new Kept(terminal))).toBe(colour);
});
