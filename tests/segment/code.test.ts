import { expect, it } from "vitest";
import { segment } from "../../src/segment/segment.js";

const forms = (lines: readonly string[]): string[] =>
  segment(lines.join("\n")).blocks.flatMap(({ spans }) => spans.map(({ form }) => form));

it("takes the tokens of a program, a line each, for one text", () => {
  const program = [
    "const",
    "depth =",
    "measure",
    "(",
    '"harbour"',
    ");",
    "if",
    "(depth <",
    "4) {",
    "warn",
    "(ships);",
    "}",
  ];
  const { blocks } = segment(["The port measures its depth so:", ...program, "Nobody reads it."].join("\n"));
  const code = blocks.filter(({ spans }) => spans[0]?.form === "code");
  expect(code.map(({ lines }) => lines)).toEqual([[3, 13]]);
});

it("takes no list, table or sentence with brackets for a program", () => {
  expect(
    forms(["Ships", "12 (4 new)", "Ice = 3 cm", "Ports", "9 (none new)", "Open", "yes", "(since May)"]),
  ).not.toContain("code");
  expect(forms(["The mayor", "(", "a sailor", ")", ",", "who spoke on Friday", ", said no."])).not.toContain(
    "code",
  );
});
