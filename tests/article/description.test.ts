import { expect, test } from "vitest";
import { descriptionOf } from "../../src/article/description.js";
import { span } from "./classified.js";

const STANDFIRST = { ...span("body", "Forty ships wait for a thaw.", 3), rule: "opening-standfirst" };

test("the description is the standfirst, which is body as well", () => {
  expect(descriptionOf([span("title", "Harbour Frozen", 1), STANDFIRST])).toBe(STANDFIRST.span.text);
});

test("what metadata state comes before it", () => {
  const stated = span("description", "The harbour froze over on Friday.", 2);
  expect(descriptionOf([stated, STANDFIRST])).toBe(stated.span.text);
});

test("a paragraph is no description", () => {
  expect(descriptionOf([span("body", "The harbour froze over on Friday.", 2)])).toBeNull();
});
