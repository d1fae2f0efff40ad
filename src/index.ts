/**
 * bodycopy as a library.
 *
 * ```ts
 * import { extract } from "bodycopy";
 * const article = extract(dump);
 * console.log(article.title, article.text);
 * ```
 */
import { extractDocument } from "./extract.js";
import type { Article, DocumentFormat } from "./model.js";
import { allPacks, builtinRules, compileRules } from "./rules/registry.js";
import type { RulePack } from "./rules/rule.js";

export { InputError, RuleError, UsageError } from "./errors.js";
export type * from "./model.js";
export type { Condition, Example, Rule, RulePack } from "./rules/rule.js";

export interface ExtractOptions {
  /** Where the text came from; goes into the record's source. */
  readonly path?: string;
  /** Packs that are tried before the built-in ones. */
  readonly rules?: readonly RulePack[];
  /** What the text is: a dump, or a page with its markup. "text" when absent. */
  readonly format?: DocumentFormat;
  /** The address that it was fetched from. */
  readonly url?: string;
  /** Adds the whole partition to the record. */
  readonly blocks?: boolean;
}

/**
 * The article of a text dump, as the command line's JSON has it. Any string is fine; one without an article gives a
 * record with an empty body.
 */
export function extract(text: string, options: ExtractOptions = {}): Article {
  const rules =
    options.rules === undefined ? builtinRules() : compileRules([...options.rules, ...allPacks()]);
  const { path = null, format = "text", url = null } = options;
  const source = { path, record: 0, format, encoding: "utf-8", text, url };
  return extractDocument(source, rules, { blocks: options.blocks ?? false });
}
