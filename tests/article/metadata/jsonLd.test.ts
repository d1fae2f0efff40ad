import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  articleNode,
  indexById,
  jsonLdNodes,
  nodesIn,
  textsIn,
} from "../../../src/article/metadata/jsonLd.js";

const headline = (script: string): unknown => articleNode(jsonLdNodes([script]))?.headline;
const ARTICLE = '{"@type":"NewsArticle","headline":"Harbour closed","author":"Ada"}';

describe("finds the article", () => {
  test.each([
    ["alone", ARTICLE],
    ["in an array", `[{"@type":"WebSite","name":"x"},${ARTICLE}]`],
    ["in a graph", `{"@context":"https://schema.org","@graph":[{"@type":"Person"},${ARTICLE}]}`],
    ["as the main entity of a page", `{"@type":"WebPage","mainEntity":${ARTICLE}}`],
    [
      "with several types, as addresses",
      ARTICLE.replace('"NewsArticle"', '["Thing","http://schema.org/NewsArticle"]'),
    ],
    ["within a comment", `<!-- ${ARTICLE} -->`],
    ["within CDATA marks", `//<![CDATA[\n${ARTICLE}\n//]]>`],
    ["before a semicolon and a comment's end", `<!--\n${ARTICLE};\n-->`],
    ["with trailing commas", ARTICLE.replace("}", ",}")],
    ["with line breaks in strings", ARTICLE.replace("Ada", "Ada\n\tMoss")],
    ["with its quotes escaped", ARTICLE.replaceAll('"', "&quot;")],
  ])("%s", (_what, script) => {
    expect(headline(script)).toBe("Harbour closed");
  });
  test.each([
    "",
    "{",
    "null",
    "[[[]]]",
    '"x"',
    '{"@type":5,"headline":{}}',
    "{".repeat(100_000),
    "[".repeat(5000),
  ])("or nothing, in %j", (script) => {
    expect(headline(script)).toBeUndefined();
  });
});

test("values are texts, whatever their type", () => {
  expect(
    textsIn(["a", 5, null, { name: "b" }, { "@value": "c &amp; <b>d</b>" }, ["e"], { x: 1 }, "", true]),
  ).toEqual(["a", "5", "b", "c & d", "e"]);
});

test("references are resolved by their ids", () => {
  const nodes = jsonLdNodes(['{"author":{"@id":"#ada"}}', '{"@graph":[{"@id":"#ada","name":"Ada"}]}']);
  expect(nodesIn(nodes[0]?.author, indexById(nodes))).toEqual([{ "@id": "#ada", name: "Ada" }]);
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(40), (json, cut) => {
      const nodes = jsonLdNodes([
        json,
        json.slice(cut),
        `{"@type":"Article","headline":${json},"author":${json}}`,
      ]);
      articleNode(nodes);
      nodes.flatMap((node) => Object.values(node).flatMap((value) => textsIn(value)));
    }),
  );
});
