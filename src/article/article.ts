/** Labelled blocks -> Article: each field from the spans that are labelled as its own. */
import type { Article, BodyPart, Classification, LabelledSpan, SourceDocument } from "../model.js";
import { blockRecords } from "./blocks.js";
import { bodyOf, bodyRange, bodyText } from "./body.js";
import { datesOf } from "./dates.js";
import { descriptionOf } from "./description.js";
import { headerOf } from "./header.js";
import { imagesOf } from "./images.js";
import { spansOf } from "./labelledSpans.js";
import { languageOf, SAMPLE_LENGTH } from "./language.js";
import { localeOf } from "./locale.js";
import { noiseOf } from "./noise.js";
import { authorsOf } from "./people.js";
import { publisherOf } from "./publisher.js";
import { relatedOf } from "./related.js";
import { sectionOf } from "./section.js";
import { tagsOf } from "./tags.js";
import { titleOf } from "./title.js";

export interface ArticleOptions {
  /** Adds the whole partition to the record. */
  readonly blocks?: boolean;
}

/** What the language is told from: the body's prose, then what else is said of the article, then the rest of the page. */
function* languageTexts(
  body: readonly BodyPart[],
  description: string | null,
  title: string | null,
  spans: readonly LabelledSpan[],
): Generator<string> {
  for (const { type, text } of body) if (type !== "code") yield text;
  yield description ?? "";
  yield title ?? "";
  if (body.length === 0) for (const { span } of spans) yield span.text;
}

function languageSample(texts: Iterable<string>): string {
  let sample = "";
  for (const text of texts) {
    if (sample.length >= SAMPLE_LENGTH) break;
    sample += `${text.slice(0, SAMPLE_LENGTH)}\n`;
  }
  return sample;
}

/** A value that is found when it is first asked for. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/**
 * The article of a classified document. Each field is found when it is first read: whoever prints the text alone pays
 * for no dates and no language.
 */
export function toArticle(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
): Article {
  const spans = spansOf(classification);
  const body = bodyOf(spans);
  const header = once(() => headerOf(spans));
  const range = once(() => bodyRange(spans));
  const title = once(() => titleOf(spans, classification.layout));
  const description = once(() => descriptionOf(spans));
  const locale = once(() => localeOf(spans));
  const language = once(() => {
    const sample = languageSample(languageTexts(body, description(), title(), spans));
    return languageOf(sample, locale().language);
  });
  const dates = once(() => {
    // A site's locale says nothing of a text in another language.
    const region = locale().language === language() ? locale().region : null;
    return datesOf(spans, range(), { language: language(), region, dumpDay: header().day });
  });
  const related = once(() => relatedOf(spans, header().url));
  const fields = {
    authors: once(() => authorsOf(spans, range())),
    publisher: once(() => publisherOf(spans)),
    tags: once(() => tagsOf(spans)),
    images: once(() => imagesOf(spans)),
    noise: once(() => {
      const { url } = header();
      return noiseOf(spans, new Set(url === null ? related() : [...related(), url]));
    }),
  };
  const { path, record, format, encoding } = document;
  return {
    source: { path, record, format, encoding, lines: classification.lineCount },
    get url() {
      return header().url;
    },
    get title() {
      return title();
    },
    get description() {
      return description();
    },
    get authors() {
      return fields.authors();
    },
    get published() {
      return dates().published;
    },
    get modified() {
      return dates().modified;
    },
    get publisher() {
      return fields.publisher();
    },
    get section() {
      return sectionOf(spans);
    },
    get tags() {
      return fields.tags();
    },
    get language() {
      return language();
    },
    get images() {
      return fields.images();
    },
    get related() {
      return related();
    },
    body,
    text: bodyText(body),
    get noise() {
      return fields.noise();
    },
    confidence: body.length === 0 ? 0 : classification.confidence,
    ...(options.blocks === true ? { blocks: blockRecords(classification.blocks) } : {}),
  };
}
