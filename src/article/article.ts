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

/** The article of a classified document. */
export function toArticle(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
): Article {
  const spans = spansOf(classification);
  const header = headerOf(spans);
  const body = bodyOf(spans);
  const range = bodyRange(spans);
  const title = titleOf(spans, classification.layout);
  const description = descriptionOf(spans);
  const locale = localeOf(spans);
  const language = languageOf(
    languageSample(languageTexts(body, description, title, spans)),
    locale.language,
  );
  // A site's locale says nothing of a text in another language.
  const region = locale.language === language ? locale.region : null;
  const related = relatedOf(spans, header.url);
  const carried = new Set(header.url === null ? related : [...related, header.url]);
  const { path, record, format, encoding } = document;
  return {
    source: { path, record, format, encoding, lines: classification.lineCount },
    url: header.url,
    title,
    description,
    authors: authorsOf(spans, range),
    ...datesOf(spans, range, { language, region, dumpDay: header.day }),
    publisher: publisherOf(spans),
    section: sectionOf(spans),
    tags: tagsOf(spans),
    language,
    images: imagesOf(spans),
    related,
    body,
    text: bodyText(body),
    noise: noiseOf(spans, carried),
    confidence: body.length === 0 ? 0 : classification.confidence,
    ...(options.blocks === true ? { blocks: blockRecords(classification.blocks) } : {}),
  };
}
