import { expect, test } from "vitest";
import { extract } from "../../src/index.js";

const BEFORE = [
  "The ice broke on Monday, and the first ships left the port before the crews had slept.",
  "Forty of them had waited since January, and most of the sailors had gone home by train.",
];
const FORM = [
  "Sign up for our newsletter",
  "Get the best of our stories delivered to your inbox every morning.",
  "By signing up you consent to receive the above newsletter from Harbour Post.",
  "Thanks for signing up!",
  "A welcome email is on its way. If you don't see it, please check your junk folder.",
  "The next issue of Port Notes will soon be in your inbox.",
  "Interested in more newsletters? Browse here.",
];
const BEHIND = [
  "The harbour master said that the last of the ships would be gone by the end of the week.",
  "Their owners have asked the city to pay for the ice breaker that never came to help them.",
  "A court will hear the case in March, when the next frost is long over, the owners said.",
];

test("a form in the middle of an article parts it no more than one call does", () => {
  const { body } = extract(["The port is open", ...BEFORE, ...FORM, ...BEHIND].join("\n"));
  expect(body.map(({ text }) => text)).toEqual([...BEFORE, ...BEHIND]);
});
