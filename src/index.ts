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
import type { Article } from "./model.js";
import { builtinRules, compileRules } from "./rules/registry.js";
import type { RulePack } from "./rules/rule.js";

export { InputError, RuleError, UsageError } from "./errors.js";
export type * from "./model.js";
export type { Condition, Example, Rule, RulePack } from "./rules/rule.js";

export interface ExtractOptions {
  /** Where the text came from; goes into the record's source. */
  readonly path?: string;
  /** Packs that are tried before the built-in ones. */
  readonly rules?: readonly RulePack[];
  /** Adds the whole partition to the record. */
  readonly blocks?: boolean;
}
