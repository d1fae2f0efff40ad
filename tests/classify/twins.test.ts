import { expect, test } from "vitest";
import { extract } from "../../src/index.js";

const ALT = "Forty ships in the frozen port of Selwyn";

/** As w3m and lynx print a page: wrapped, with the alternative texts of the pictures. */
const dump = (caption: string): string => `The port of Selwyn is closed

   The harbour of Selwyn froze over on Friday night, and forty ships could
   not leave the port before Sunday, when the wind turned to the south.

   ${ALT}

   ${caption}

   Two ice breakers came from the north, the harbour master said, and opened
   a channel for the ferries that had been waiting for them since Monday.

   The ships will leave one after another, the largest first, as soon as the
   ice allows it, and nobody expects that to happen before next week.
`;

test.each([
  ["begins", `${ALT}. Photo: Anne Moreau`],
  ["ends", `Image: ${ALT}`],
])("a picture's alternative text and the caption that %s with it are no body", (_where, caption) => {
  const { text, noise } = extract(dump(caption));
  expect(text).not.toContain(ALT);
  expect(noise.flatMap(({ rule, label }) => (rule === "said-beside" ? [label] : []))).toContain("caption");
});

test("two lines that begin alike are two lines", () => {
  expect(extract(dump("Forty ships wait for the ice to break")).text).toContain(ALT);
});
