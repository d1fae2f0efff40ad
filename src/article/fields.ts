/**
 * The fields of a document's record, each found when it is first asked for: whoever prints the text alone pays for no
 * dates and no language. What the text shows comes first; a page with its markup then says itself what it is.
 */
import type {
  BodyPart,
  Classification,
  Image,
  LabelledSpan,
  Noise,
  Publisher,
  SourceDocument,
} from "../model.js";
import { bodyRange } from "./body.js";
import { type Dates, datesOf } from "./dates.js";
import { descriptionOf } from "./description.js";
import { headerOf } from "./header.js";
import { imagesOf } from "./images.js";
import { languageOf, SAMPLE_LENGTH } from "./language.js";
import type { Finders } from "./lazyRecord.js";
import { type Locale, localeOf, parseLocale } from "./locale.js";
import { absoluteAddress } from "./metadata/address.js";
import type { Choice } from "./metadata/candidate.js";
import { PageFields } from "./metadata/pageFields.js";
import { noiseOf } from "./noise.js";
import { authorsOf } from "./people.js";
import { publisherOf } from "./publisher.js";
import { relatedOf } from "./related.js";
import { sectionOf } from "./section.js";
import { tagsOf } from "./tags.js";
import { titleOf } from "./title.js";

/** A value that is found when it is first asked for. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

const only = ({ taken }: Choice): string | null => taken[0]?.value ?? null;
const all = ({ taken }: Choice): string[] => taken.map(({ value }) => value);

export class Fields implements Finders {
  readonly #page: PageFields | null;

  constructor(
    private readonly document: SourceDocument,
    private readonly classification: Classification,
    private readonly spans: readonly LabelledSpan[],
    private readonly body: readonly BodyPart[],
    /** Whether the choices are to be told, with all that was rejected. */
    everything = false,
  ) {
    const { page } = classification;
    this.#page = page === undefined ? null : new PageFields(page, spans, document.url ?? null, everything);
  }

  /** How a page's fields came by their values; none for a text, whose blocks tell. */
  choices(): Choice[] {
    const choices = Object.values(this.#choices).map((choice) => choice());
    return choices.filter((choice) => choice !== null);
  }

  readonly #header = once(() => headerOf(this.spans));
  readonly #range = once(() => bodyRange(this.spans));
  readonly #visibleTitle = once(() => titleOf(this.spans, this.classification.layout));
  readonly #context = once(() => {
    // A site's locale says nothing of a text in another language.
    const { language, region } = this.#locale();
    return {
      language: this.language(),
      region: language === this.language() ? region : null,
      dumpDay: this.#header().day,
    };
  });
  readonly #visibleDates = once((): Dates => datesOf(this.spans, this.#range(), this.#context()));

  readonly #choices = {
    url: once(() => this.#page?.url() ?? null),
    title: once(() => this.#page?.title(this.#visibleTitle()) ?? null),
    description: once(() => this.#page?.description(descriptionOf(this.spans)) ?? null),
    authors: once(() => this.#page?.authors(() => authorsOf(this.spans, this.#range())) ?? null),
    published: once(() => this.#page?.published(this.#visibleDates, this.#context()) ?? null),
    modified: once(() => this.#page?.modified(this.#visibleDates, this.published(), this.#context()) ?? null),
    publisher: once(() => this.#page?.publisher() ?? null),
    section: once(() => this.#page?.section(sectionOf(this.spans)) ?? null),
    tags: once(() => this.#page?.tags(tagsOf(this.spans)) ?? null),
    locale: once(() => this.#page?.locale() ?? null),
    images: once(() => this.#images()?.choice ?? null),
  };

  /** What a page chose, or what the text shows. */
  #chosen<T>(choice: Choice | null, read: (choice: Choice) => T, shown: () => T): T {
    return choice === null ? shown() : read(choice);
  }

  url(): string | null {
    const shown = () => this.#header().url ?? this.document.url ?? null;
    return this.#chosen(this.#choices.url(), only, shown);
  }

  title(): string | null {
    return this.#chosen(this.#choices.title(), only, this.#visibleTitle);
  }

  description(): string | null {
    return this.#chosen(this.#choices.description(), only, () => descriptionOf(this.spans));
  }

  readonly authors = once((): readonly string[] =>
    this.#chosen(this.#choices.authors(), all, () => authorsOf(this.spans, this.#range())),
  );

  published(): string | null {
    return this.#chosen(this.#choices.published(), only, () => this.#visibleDates().published);
  }

  modified(): string | null {
    return this.#chosen(this.#choices.modified(), only, () => this.#visibleDates().modified);
  }

  readonly publisher = once((): Publisher => {
    const choice = this.#choices.publisher();
    return choice === null || this.#page === null
      ? publisherOf(this.spans)
      : this.#page.publisherOf(only(choice));
  });

  section(): string | null {
    return this.#chosen(this.#choices.section(), only, () => sectionOf(this.spans));
  }

  readonly tags = once((): readonly string[] =>
    this.#chosen(this.#choices.tags(), all, () => tagsOf(this.spans)),
  );

  readonly #locale = once(
    (): Locale =>
      this.#chosen(
        this.#choices.locale(),
        (choice) => parseLocale(only(choice) ?? ""),
        () => localeOf(this.spans),
      ),
  );

  readonly language = once((): string | null => languageOf(this.#sample(), this.#locale().language));

  #sample(): string {
    let sample = "";
    for (const text of this.#languageTexts()) {
      if (sample.length >= SAMPLE_LENGTH) break;
      sample += `${text.slice(0, SAMPLE_LENGTH)}\n`;
    }
    return sample;
  }

  /** What the language is told from: the body's prose, then what else is said of the article, then the rest of the page. */
  *#languageTexts(): Generator<string> {
    for (const { type, text } of this.body) if (type !== "code") yield text;
    yield this.description() ?? "";
    yield this.title() ?? "";
    if (this.body.length === 0) for (const { span } of this.spans) yield span.text;
  }

  readonly #images = once(() => this.#page?.images(this.#range(), this.url()) ?? null);

  readonly images = once((): readonly Image[] => this.#images()?.images ?? imagesOf(this.spans));

  noise(): readonly Noise[] {
    const url = this.url();
    return noiseOf(this.spans, new Set(url === null ? this.related() : [...this.related(), url]));
  }

  readonly related = once((): readonly string[] => {
    if (this.#page === null) return relatedOf(this.spans, this.url());
    const own = this.url();
    const base = this.classification.page?.base ?? own;
    const linked = this.spans.flatMap(({ label, span }) =>
      label === "related" || label === "link" ? (absoluteAddress(span.hints?.href ?? "", base) ?? []) : [],
    );
    return [...new Set(linked)].filter((address) => /^https?:/.test(address) && address !== own);
  });
}
