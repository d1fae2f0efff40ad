/** Where a page says what: for each field the candidates, those first that a study found to be right most often. */
import type { LabelledSpan, PageFacts } from "../../model.js";
import type { Candidate } from "./candidate.js";
import { articleNode, indexById, jsonLdNodes, type Node, nodesIn, pageNode, textsIn } from "./jsonLd.js";

/** "/", "https://harbour.example", "index.html". */
const HOME = /^(?:(?:https?:)?\/\/[^/?#]+\/?|\.?\/?|\.?\/?index\.\w{3,5})$/i;

const PUBLISHED_NAME = /publi(?:sh|cation).*(?:date|time)|(?:date|time).*publi(?:sh|cation)|pub_?date/;

export class PageSources {
  readonly #byId: ReadonlyMap<string, Node>;
  readonly #article: Node | null;
  readonly #page: Node | null;

  constructor(
    private readonly facts: PageFacts,
    private readonly spans: readonly LabelledSpan[],
  ) {
    const nodes = jsonLdNodes(facts.jsonLd);
    this.#byId = indexById(nodes);
    this.#article = articleNode(nodes);
    this.#page = pageNode(nodes);
  }

  titles(): Candidate[] {
    return [
      ...this.#headings(),
      ...this.#jsonLd("headline"),
      ...this.#properties("headline"),
      ...this.#metas("og:title", "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title"),
      ...this.#jsonLd("name"),
      ...this.#titleElement(),
    ];
  }

  /** Headings that are labelled as the title. */
  #headings(): Candidate[] {
    return this.spans.flatMap(({ label, span }) =>
      label === "title" && span.hints !== undefined && span.hints.holder.tag !== "title"
        ? [
            {
              source: span.hints.headingLevel > 0 ? `h${span.hints.headingLevel}` : "headline",
              value: span.text,
            },
          ]
        : [],
    );
  }

  #titleElement(): Candidate[] {
    const title = this.spans.find(({ span }) => span.hints?.holder.tag === "title");
    return title === undefined ? [] : [{ source: "title", value: title.span.text }];
  }

  descriptions(): Candidate[] {
    return [
      ...this.#metas("description", "og:description"),
      ...this.#jsonLd("description"),
      ...this.#metas("twitter:description", "dc.description", "sailthru.description"),
      ...this.#properties("description"),
    ];
  }

  siteNames(): Candidate[] {
    return [
      ...this.#named("publisher", "name"),
      ...this.#metas("og:site_name", "publisher", "application-name", "dc.publisher", "article:publisher"),
      ...this.#properties("publisher name", "publisher"),
      ...this.#homeHeadings(),
    ].filter(({ value }) => !isAddress(value));
  }

  /** A heading that leads to the site's first page is its name. */
  #homeHeadings(): Candidate[] {
    return this.spans.flatMap(({ span }) => {
      const { headingLevel = 0, href = null, linkDensity = 0 } = span.hints ?? {};
      const home = href !== null && headingLevel > 0 && linkDensity === 1 && HOME.test(href);
      return home ? [{ source: "heading of the site", value: span.text }] : [];
    });
  }

  publisherDetails(key: "legalName" | "email" | "telephone"): Candidate[] {
    return this.#named("publisher", key);
  }

  authors(): Candidate[][] {
    return [
      this.#named("author", "name"),
      this.#metas("article:author", "og:article:author").filter(({ value }) => !isAddress(value)),
      this.#metas(
        "author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "article:author_name",
      ),
      this.#labelledTwitterData(),
      this.#properties("author name", "author"),
      this.#properties("rel author"),
    ];
  }

  /** twitter:label1 "Written by", twitter:data1 "Jane Doe"; the other pair is the time that reading takes. */
  #labelledTwitterData(): Candidate[] {
    return this.#metas("twitter:data1").filter(({ value }) => !/\d/.test(value));
  }

  published(): Candidate[] {
    return [
      ...this.#metas(
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "article:published",
      ),
      ...candidates("JSON-LD WebPage datePublished", this.#page?.datePublished),
    ];
  }

  /** Those that are heard after the date that the page shows. */
  publishedBehind(): Candidate[] {
    return [
      ...this.#jsonLd("datePublished"),
      ...this.#properties("datePublished", "dateCreated", "published"),
      ...this.#metas(
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "publish_date",
        "publishdate",
        "pubdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "dc.date.created",
        "article.published",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "iso-8601-publish-date",
        "last-modified-date",
        "citation_publication_date",
        "citation_date",
      ),
      ...this.#jsonLd("dateCreated"),
      ...this.#jsonLd("uploadDate"),
    ];
  }

  /** Metas that no list knows, by their names: "bt:pubdate", "w-published-date". */
  publishedByName(): Candidate[] {
    return this.facts.metas
      .filter(({ name }) => PUBLISHED_NAME.test(name))
      .map(({ name, content }) => ({ source: `meta ${name}`, value: content }));
  }

  /** The times that stand between two blocks. */
  times(from: number, to: number): Candidate[] {
    return this.facts.properties
      .filter(({ name, block }) => /(?:^| )time$/.test(name) && block >= from && block <= to)
      .map(({ value }) => ({ source: "time", value }));
  }

  modified(): Candidate[] {
    return [
      ...this.#metas("article:modified_time", "og:updated_time", "og:article:modified_time"),
      ...this.#jsonLd("dateModified"),
      ...candidates("JSON-LD WebPage dateModified", this.#page?.dateModified),
      ...this.#properties("dateModified"),
      ...this.#metas("last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "revised"),
    ];
  }

  sections(): Candidate[] {
    return [
      ...this.#metas("article:section", "og:article:section"),
      ...this.#jsonLd("articleSection"),
      ...this.#properties("articleSection"),
      ...this.#metas("section", "parsely-section", "cxenseparse:section"),
    ];
  }

  tags(): Candidate[][] {
    return [
      this.#metas("article:tag", "og:article:tag"),
      this.#jsonLd("keywords"),
      this.#metas("news_keywords", "keywords", "parsely-tags", "sailthru.tags"),
      [...this.#properties("keywords"), ...this.#properties("rel tag")],
    ];
  }

  locales(): Candidate[] {
    const root = this.facts.language;
    return [
      ...this.#jsonLd("inLanguage"),
      ...(root === null ? [] : [{ source: "html lang", value: root }]),
      ...this.#metas("og:locale", "language", "content-language", "dc.language"),
    ];
  }

  addresses(): Candidate[] {
    const { canonical } = this.facts;
    return [
      ...(canonical === null ? [] : [{ source: "link canonical", value: canonical }]),
      ...this.#metas("og:url"),
      ...candidates("JSON-LD mainEntityOfPage", addressIn(this.#article?.mainEntityOfPage)),
      ...this.#jsonLd("url"),
      ...candidates("JSON-LD WebPage url", this.#page?.url),
    ];
  }

  images(): Candidate[] {
    return [
      ...this.#metas("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
      ...nodesIn(this.#article?.image, this.#byId).flatMap((node) =>
        candidates("JSON-LD image", addressIn(node)),
      ),
      ...candidates("JSON-LD image", strings(this.#article?.image)),
    ];
  }

  /** Pixels that the page gives for its first image. */
  imageSize(name: "width" | "height"): string | null {
    return this.#metas(`og:image:${name}`)[0]?.value ?? null;
  }

  #metas(...names: readonly string[]): Candidate[] {
    return names.flatMap((name) =>
      this.facts.metas
        .filter((meta) => meta.name === name)
        .map(({ content }) => ({ source: `meta ${name}`, value: content })),
    );
  }

  #properties(...names: readonly string[]): Candidate[] {
    return names.flatMap((name) =>
      this.facts.properties
        .filter((property) => property.name === name)
        .map(({ value }) => ({ source: `property ${name}`, value })),
    );
  }

  #jsonLd(key: string): Candidate[] {
    return candidates(`JSON-LD ${key}`, this.#article?.[key]);
  }

  /** A property of the things that a key of the article names; a thing that is a mere string is its name. */
  #named(key: string, property: string): Candidate[] {
    const value = this.#article?.[key];
    const nodes = nodesIn(value, this.#byId);
    const texts = nodes.flatMap((node) => textsIn(node[property]));
    const bare = property === "name" ? strings(value) : [];
    return candidates(`JSON-LD ${key}`, [...texts, ...bare]);
  }
}

const candidates = (source: string, value: unknown): Candidate[] =>
  textsIn(value).map((text) => ({ source, value: text }));

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");

function addressIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const node = value as Node;
  return node.url ?? node.contentUrl ?? node["@id"];
}

export const isAddress = (value: string): boolean =>
  /^(?:https?:)?\/\//i.test(value) || /^www\./i.test(value);
