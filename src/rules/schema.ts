/** Checks a rule file's tree against the rule language and gives the pack. */
import {
  readCondition,
  readForm,
  readLabel,
  readLayout,
  readPlace,
  readPosition,
  readRole,
  readShare,
  readTrue,
  readWithin,
} from "./condition-schema.js";
import { choice, listOf, mapOf, nameOf, type Reader, type Readers, requireKeys, text } from "./readers.js";
import { type Example, MARKS, type Rule, type RulePack, STANDINGS } from "./rule.js";
import type { Positioned, Report } from "./yaml-tree.js";

const ID = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u;

const RULE_KEYS = {
  id: "lower-case words joined by hyphens that name the pattern found",
  label: "what the text is",
  summary: "what the rule sees",
  why: "the reason why that is so",
  when: "the condition",
  examples: "texts on which the rule fires and which it passes by",
};

const readExample = mapOf<Example>("an example", {
  text: text("the example's text"),
  form: readForm,
  previous: readLabel,
  next: readLabel,
  "previous-rule": text("the id of a rule"),
  place: readPlace,
  role: readRole,
  layout: readLayout,
  position: readPosition,
  within: readWithin,
  "link-density": readShare,
  hidden: readTrue,
  echoes: readLabel,
  label: readLabel,
  repeats: readCount,
  ...Object.fromEntries(STANDINGS.map((name) => [name, readNumber])),
} as Readers<Example>);

const readExamples = listOf<string | Example>((value, report) => {
  if (value.kind !== "map") return text("a text that is tried")(value, report);
  requireKeys(value, "an example", { text: "the text that is tried" }, report);
  return readExample(value, report) as Example | undefined;
}, "texts");

const readRuleKeys = mapOf<Rule>("a rule", {
  id: readId,
  label: readLabel,
  summary: text("what the rule sees, in a line"),
  why: text("the reason why that is so, in a sentence"),
  marks: listOf(choice("mark", MARKS), "marks"),
  when: readCondition,
  examples: readExampleGroups,
} as Readers<Rule>);

/** The pack of a file; what is wrong goes to `report`, and then the pack is of no use. `name` is for a bare list of rules. */
export function readPack(file: Positioned, name: string, report: Report): RulePack {
  const readRules = rulesReader();
  if (file.kind === "list") return { pack: name, summary: "", rules: readRules(file, report) ?? [] };
  const readFile = mapOf<RulePack>("a rule file", {
    pack: text("the pack's name"),
    summary: text("what the pack's rules have in common"),
    rules: readRules,
  });
  if (file.kind === "map") requireKeys(file, "a rule file", { rules: "the list of rules" }, report);
  const { pack = name, summary = "", rules = [] } = readFile(file, report) ?? {};
  return { pack, summary, rules };
}

/** Ids are unique in a file: a second rule of one id would silently never run. */
function rulesReader(): Reader<readonly Rule[]> {
  const seen = new Set<string>();
  return listOf((value, report) => {
    const rule = readRule(value, report);
    if (rule?.id === undefined || value.kind !== "map") return rule;
    if (seen.has(rule.id)) {
      const at = value.entries.find((entry) => entry.key === "id")?.value ?? value;
      report(at.offset, `a second rule "${rule.id}"`, "an id of its own for each rule");
    }
    seen.add(rule.id);
    return rule;
  }, "rules");
}

function readRule(value: Positioned, report: Report): Rule | undefined {
  if (value.kind === "map") requireKeys(value, "a rule", RULE_KEYS, report);
  return readRuleKeys(value, report) as Rule | undefined;
}

function readId(value: Positioned, report: Report): string | undefined {
  if (value.kind === "scalar" && typeof value.value === "string" && ID.test(value.value)) return value.value;
  report(value.offset, `${nameOf(value)} as an id`, RULE_KEYS.id);
  return undefined;
}

function readExampleGroups(value: Positioned, report: Report): Rule["examples"] | undefined {
  const groups = { fires: "texts on which the rule fires", passes: "texts which it passes by" };
  if (value.kind === "map") requireKeys(value, "examples", groups, report);
  return mapOf<Rule["examples"]>("examples", { fires: readExamples, passes: readExamples })(value, report) as
    | Rule["examples"]
    | undefined;
}

function readNumber(value: Positioned, report: Report): number | undefined {
  if (value.kind === "scalar" && typeof value.value === "number" && value.value >= 0) return value.value;
  report(value.offset, nameOf(value), "a number, 0 or more");
  return undefined;
}

function readCount(value: Positioned, report: Report): number | undefined {
  if (value.kind === "scalar" && Number.isInteger(value.value) && Number(value.value) >= 1)
    return Number(value.value);
  report(value.offset, nameOf(value), "how often the document holds the text, 1 or more");
  return undefined;
}
