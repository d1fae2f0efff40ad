/** What is done with a document, on whatever thread: labelled, made a record, printed, held against --fail-on. */
import { recordOf } from "../../article/record.js";
import { InputError } from "../../errors.js";
import { label } from "../../extract.js";
import { readDocuments } from "../../input/read.js";
import type { Article, SourceDocument } from "../../model.js";
import { formats } from "../../output/formats.js";
import type { Formatter } from "../../output/formatter.js";
import type { RuleSet } from "../../rules/compile.js";
import type { FailCondition } from "../settings.js";
import type { Assignment, Job, RecordResult, Result } from "./job.js";
import { toPlain } from "./plainError.js";

export class Work {
  /** For the only document of a run, and for one of several. */
  readonly #alone: Formatter;
  readonly #amongMany: Formatter;
  readonly #encoder = new TextEncoder();

  constructor(
    private readonly rules: RuleSet,
    private readonly assignment: Assignment,
  ) {
    const { format, formatting } = assignment;
    this.#alone = formats[format].create(formatting);
    this.#amongMany = formats[format].create({ ...formatting, many: true });
  }

  /** Never throws: what goes wrong with a document is its result. */
  async results(job: Job): Promise<readonly Result[]> {
    if (job.kind === "document") return [this.#result(job.document)];
    const results: Result[] = [];
    try {
      for await (const document of readDocuments(job.file, this.assignment.reading)) {
        results.push(
          document instanceof InputError
            ? { kind: "failure", error: toPlain(document), record: null }
            : this.#result(document),
        );
      }
    } catch (error) {
      results.push({ kind: "failure", error: toPlain(error), record: null });
    }
    return results;
  }

  #result(document: SourceDocument): Result {
    try {
      return this.#record(document);
    } catch (error) {
      return { kind: "failure", error: toPlain(error), record: document.record };
    }
  }

  #record(document: SourceDocument): RecordResult {
    const { blocks, failOn, minConfidence } = this.assignment;
    const article = recordOf(document, label(document, this.rules), { blocks });
    const contained = document.contained === true;
    return {
      kind: "record",
      record: this.#encoder.encode((contained ? this.#amongMany : this.#alone).record(article)),
      path: document.path,
      contained,
      bytes: Buffer.byteLength(document.text),
      confidence: article.confidence,
      held: failOn.filter((condition) => holds(condition, article, minConfidence)),
    };
  }
}

function holds(condition: FailCondition, article: Article, minConfidence: number): boolean {
  switch (condition) {
    case "empty":
      return article.body.length === 0;
    case "low-confidence":
      return article.confidence < minConfidence;
  }
}
