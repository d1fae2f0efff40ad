import { describe, expect, it } from "vitest";
import { saidAlone, saysTogether } from "../../src/classify/said-alone.js";

const alone = (headline: string, ...lines: string[]) =>
  saidAlone(
    headline,
    lines.map((text, at) => ({ at, text, above: lines[at - 1] ?? "", near: true })),
  )?.text ?? null;

describe("saidAlone", () => {
  it.each([
    ["Home > News > Ships frozen in at Selwyn", "Ships frozen in at Selwyn"],
    ["Start/Regional/Schiffe im Hafen eingefroren", "Schiffe im Hafen eingefroren"],
    ["Ships frozen in at Selwyn by Ada Moss", "Ships frozen in at Selwyn"],
    ["Ships frozen in at Selwyn 3 May 2024", "Ships frozen in at Selwyn"],
    ["Schiffe im Hafen eingefroren von Jana Rehfeld", "Schiffe im Hafen eingefroren"],
    ["Navires pris par les glaces | 3 mai 2024", "Navires pris par les glaces"],
    ["Ships frozen in Ships frozen in port", "Ships frozen in"],
    ["Harbour Blog: Ships frozen in at Selwyn", "Ships frozen in at Selwyn"],
    ["Serie: - Schiffe im Hafen eingefroren", "Schiffe im Hafen eingefroren"],
    ["Quarante navires dans les glaces – le guide", "Quarante navires dans les glaces"],
    ["Forty ships frozen in : 21 pictures", "Forty ships frozen in"],
  ])("of %j takes %j", (headline, line) => {
    expect(alone(headline, "Home", line, "Ships")).toBe(line);
  });

  it.each([
    ["Ships frozen in: forty at Selwyn alone", "Ships frozen in"],
    ["Ships frozen in – what we know", "Ships frozen in"],
    ["How forty ships were lost", "forty ships were lost"],
    ["News > Ships", "Ships"],
  ])("keeps %j whole beside %j", (headline, line) => {
    expect(alone(headline, line)).toBeNull();
  });

  it("keeps the kicker that stands right above the line", () => {
    expect(alone("Frost am Fluss: Vierzig Schiffe sitzen fest", "Menü", "Vierzig Schiffe sitzen fest")).toBe(
      "Vierzig Schiffe sitzen fest",
    );
    expect(
      alone("Frost am Fluss: Vierzig Schiffe sitzen fest", "Frost am Fluss", "Vierzig Schiffe sitzen fest"),
    ).toBeNull();
  });

  it.each(["Harbour Blog: Ships frozen in at Selwyn", "Ships frozen in at Selwyn – the guide"])(
    "takes no menu item far above the body for %j",
    (headline) => {
      const line = { at: 0, text: "Ships frozen in at Selwyn", above: "", near: false };
      expect(saidAlone(headline, [line])).toBeNull();
      expect(saidAlone(headline, [{ ...line, near: true }])).not.toBeNull();
    },
  );
});

describe("saysTogether", () => {
  it("knows a title that two lines say", () => {
    expect(
      saysTogether("Hafen Selwyn: Vierzig Schiffe fest", "Vierzig Schiffe fest", ["Hafen Selwyn", ""]),
    ).toBe(true);
    expect(saysTogether("Frozen in: forty ships", "Frozen in:", ["Menu", "Forty ships"])).toBe(true);
  });

  it("does not take a line for more than it says", () => {
    expect(saysTogether("Hafen Selwyn: Vierzig Schiffe fest", "Vierzig Schiffe fest", ["Hafen", ""])).toBe(
      false,
    );
    expect(saysTogether("Vierzig Schiffe fest", "Vierzig Schiffe fest", ["", ""])).toBe(false);
  });
});
