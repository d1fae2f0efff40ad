/**
 * What is compared: each takes a dump's text and gives the article's. Readability and Defuddle read HTML, and refuse
 * text; so they get a page made of the dump, each line in a paragraph, its first line the title: the best that a
 * user without the HTML can do for them.
 */
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { extract } from "../../dist/index.js";

export const EXTRACTORS = {
  bodycopy: (text) => extract(text).text,
  "keep everything": (text) => text,
  "C4's line rule": c4Lines,
  "Readability, lines as paragraphs": (text) => textOf(new Readability(pageOf(text)).parse()?.content ?? ""),
  "Defuddle, lines as paragraphs": async (text) =>
    textOf((await Defuddle(pageOf(text), "https://page.example/")).content),
};

/**
 * The line filter of C4 (Raffel et al., "Exploring the Limits of Transfer Learning", JMLR 2020, section 2.2): lines of
 * five words or more that end in a terminal punctuation mark and do not speak of JavaScript.
 */
function c4Lines(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /[.!?"”]$/u.test(line) && line.split(/\s+/).length >= 5 && !/javascript/i.test(line))
    .join("\n");
}

const escapeHtml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function pageOf(text) {
  const lines = text
    .split("\n")
    .map((line) => escapeHtml(line.trim()))
    .filter((line) => line !== "");
  const paragraphs = lines.map((line) => `<p>${line}</p>`).join("\n");
  return parseHTML(
    `<!doctype html><html><head><title>${lines[0] ?? ""}</title></head><body>${paragraphs}</body></html>`,
  ).document;
}

/** The text of an extract, a line for each of its pieces of text. */
function textOf(html) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const texts = [];
  const walk = (node) => {
    if (node.nodeType === node.TEXT_NODE) texts.push(node.textContent);
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return texts.join("\n");
}
