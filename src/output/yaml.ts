/** A YAML document each. */
import { createRequire } from "node:module";
import { type Formatter, type FormatterOptions, select } from "./formatter.js";
import { wellFormed } from "./jsonText.js";

type Yaml = typeof import("yaml");

let loaded: Yaml | undefined;

/** The package is large and few runs need it. */
function library(): Yaml {
  loaded ??= createRequire(import.meta.url)("yaml") as Yaml;
  return loaded;
}

/** Characters that YAML allows in double quotes alone, escaped, or that some readers take for line ends. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

export function yaml({ fields }: FormatterOptions): Formatter {
  return {
    begin: "",
    between: "",
    record: (article) => `---\n${yamlText(select(article, fields))}`,
    end: () => "",
  };
}

/** The value as one YAML document, which readers of YAML 1.1 and 1.2 understand alike. */
export function yamlText(value: unknown): string {
  const { Document, visit } = library();
  const document = new Document(value, { compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== "string" || !UNSAFE.test(node.value)) return;
      const safe = wellFormed(node.value);
      node.value = safe;
      if (safe.search(ESCAPED) !== -1) node.type = "QUOTE_DOUBLE";
    },
  });
  // Whatever is escaped here stands in double quotes, see above.
  return document.toString({ lineWidth: 0 }).replace(ESCAPED, escaped);
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
