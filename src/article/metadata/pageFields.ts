/** The fields of a page, each from the source that is trusted most of those that give a value. */
import { foldedWords } from "../../features/words.js";
import type { Image, LabelledSpan, PageFacts, Publisher } from "../../model.js";
import type { Dates } from "../dates.js";
import type { DateContext } from "../numericDate.js";
import { peopleIn } from "../people.js";
import { splitTags } from "../tags.js";
import { absoluteAddress } from "./address.js";
import type { Candidate, Choice } from "./candidate.js";
import { chooseModified, choosePublished, type DateSources, dayInAddress } from "./pageDates.js";
import { chooseTitle } from "./pageTitle.js";
import { PageSources } from "./sources.js";

/** What the page shows, as the text engine found it. */
export interface Visible {
  readonly title: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly section: string | null;
  readonly dates: Dates;
}

/** Blocks that a dateline may be away from the headline or the body's start. */
const NEAR = 6;

export class PageFields {
  readonly #sources: PageSources;

  constructor(
    private readonly facts: PageFacts,
    private readonly spans: readonly LabelledSpan[],
    /** The address that the page was fetched from; null when nobody knows. */
    private readonly fetched: string | null,
    /** Also asks sources that can change nothing any more, to tell what they say. */
    private readonly everything: boolean,
  ) {
    this.#sources = new PageSources(facts, spans);
  }

  /** The canonical address before the one that was fetched: that may carry a session. */
  url(): Choice {
    const fetched = this.fetched === null ? [] : [{ source: "fetched from", value: this.fetched }];
    const base = this.fetched ?? this.facts.base;
    const given = this.#sources
      .addresses()
      .map((one) => ({ ...one, value: absoluteAddress(one.value, base) ?? "" }));
    return firstOf("url", [...given, ...fetched], ({ value }) =>
      /^https?:/.test(value) ? null : "no web address",
    );
  }

  title(visible: string | null): Choice {
    const given = this.#sources.titles();
    // What the page shows is one of its own headings, or its title element.
    const shown = visible === null || given.length > 0 ? [] : [{ source: "visible", value: visible }];
    return chooseTitle([...given, ...shown], this.#sources.siteNames());
  }

  description(visible: string | null): Choice {
    const shown = visible === null ? [] : [{ source: "visible", value: visible }];
    return firstOf("description", [...this.#sources.descriptions(), ...shown]);
  }

  /** The people of the first source that names any; where the site signs beside people, they alone. */
  authors(visible: () => readonly string[]): Choice {
    const names = new Set(this.#sources.siteNames().map(({ value }) => foldedWords(value)));
    const isSite = (person: string): boolean => names.has(foldedWords(person));
    const stated = this.#sources.authors().map((group) => group.map(withPeople));
    const isKnown = stated.some((group) => group.some(({ people }) => people.length > 0));
    const shown = isKnown && !this.everything ? [] : visible();
    const groups = [...stated, shown.map((value) => withPeople({ source: "visible", value }))];
    const chosen = groups.find((group) => group.some(({ people }) => people.length > 0)) ?? [];
    const signed = chosen.some(({ people }) => !people.every(isSite));
    const taken = chosen.flatMap(({ source, people }) =>
      people.flatMap((value) => (signed && isSite(value) ? [] : [{ source, value }])),
    );
    const rejected = groups.flat().flatMap((one) => {
      const { source, value, people } = one;
      if (people.length === 0) return [{ source, value, reason: "no name" }];
      if (signed && people.every(isSite)) return [{ source, value, reason: "the site itself" }];
      return chosen.includes(one) ? [] : [{ source, value, reason: "less trusted" }];
    });
    return { field: "authors", taken: distinct(taken), rejected };
  }

  published(visible: () => Dates, context: DateContext): Choice {
    return choosePublished(this.#dates(visible), context);
  }

  modified(visible: () => Dates, published: string | null, context: DateContext): Choice {
    return chooseModified(this.#dates(visible), published, context);
  }

  #dates(visible: () => Dates): DateSources {
    const [address] = this.url().taken;
    const before = this.#sources.published();
    const listed = [...before, ...this.#sources.publishedBehind()];
    const others = this.#sources
      .publishedByName()
      .filter(({ source }) => listed.every((one) => one.source !== source));
    return {
      before,
      near: this.#timesNearHeadline(),
      behind: [...this.#sources.publishedBehind(), ...others],
      modified: this.#sources.modified(),
      visible,
      everything: this.everything,
      day: address === undefined ? null : dayInAddress(address.value),
    };
  }

  /** The dateline stands between the headline and the first words of the body, or right above the headline. */
  #timesNearHeadline(): Candidate[] {
    const body = this.spans.findIndex(({ label }) => label === "body");
    const end = body < 0 ? this.spans.length : body;
    const headline = this.spans.findLastIndex(
      ({ label, span }, i) => i <= end && label === "title" && (span.hints?.headingLevel ?? 0) > 0,
    );
    const start = headline < 0 ? end : headline;
    return [
      ...this.#sources.times(start, end + NEAR),
      ...this.#sources.times(start - NEAR, start - 1).reverse(),
    ];
  }

  publisher(): Choice {
    return firstOf("publisher", this.#sources.siteNames());
  }

  publisherOf(name: string | null): Publisher {
    const detail = (key: "legalName" | "email" | "telephone") =>
      this.#sources.publisherDetails(key)[0]?.value ?? null;
    return { name, legalName: detail("legalName"), email: detail("email"), telephone: detail("telephone") };
  }

  section(visible: string | null): Choice {
    const shown = visible === null ? [] : [{ source: "visible", value: visible }];
    return firstOf("section", [...this.#sources.sections(), ...shown]);
  }

  /** Those of the first source that has any. */
  tags(visible: readonly string[]): Choice {
    const shown = visible.map((value) => ({ source: "visible", value }));
    const groups = [...this.#sources.tags(), shown].filter((group) => group.length > 0);
    const [first = [], ...others] = groups;
    const split = first.flatMap(({ source, value }) =>
      splitTags(value).map((tag) => ({ source, value: tag })),
    );
    return {
      field: "tags",
      taken: distinct(split),
      rejected: others.flat().map((one) => ({ ...one, reason: "less trusted" })),
    };
  }

  /** "en-GB", a hint where the text is too short to tell its language. */
  locale(): Choice {
    return firstOf("locale", this.#sources.locales());
  }

  /** The page's own picture, then those of the body. */
  images(
    body: { readonly first: number; readonly last: number } | null,
    address: string | null,
  ): { choice: Choice; images: Image[] } {
    const base = this.facts.base ?? address;
    const own = this.#sources.images();
    const inside = this.facts.images.filter(
      ({ block }) => body !== null && block >= body.first && block <= body.last + 1,
    );
    const images = new Map<string, Image>();
    own.forEach(({ value }, i) => {
      const url = absoluteAddress(value, base);
      if (url !== null && !images.has(url))
        images.set(url, {
          url,
          width: i === 0 ? this.#size("width") : null,
          height: i === 0 ? this.#size("height") : null,
        });
    });
    for (const { url: written, width, height } of inside) {
      const url = absoluteAddress(written, base);
      if (url === null) continue;
      const known = images.get(url);
      images.set(url, { url, width: known?.width ?? width, height: known?.height ?? height });
    }
    const taken = [...own, ...inside.map(({ url }) => ({ source: "img", value: url }))];
    return { choice: { field: "images", taken, rejected: [] }, images: [...images.values()] };
  }

  #size(name: "width" | "height"): number | null {
    const size = this.#sources.imageSize(name);
    return size !== null && /^[1-9]\d{0,4}$/.test(size) ? Number(size) : null;
  }
}

const withPeople = (candidate: Candidate) => ({ ...candidate, people: peopleIn([candidate.value]) });

/** The first that nothing speaks against. */
function firstOf(
  field: string,
  candidates: readonly Candidate[],
  against: (candidate: Candidate) => string | null = () => null,
): Choice {
  const taken = candidates.find((candidate) => candidate.value !== "" && against(candidate) === null);
  const rejected = candidates.flatMap((candidate) => {
    if (candidate === taken || candidate.value === "") return [];
    const same = candidate.value === taken?.value ? "the same" : "less trusted";
    return [{ ...candidate, reason: against(candidate) ?? same }];
  });
  return { field, taken: taken === undefined ? [] : [taken], rejected };
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ value }) => {
    const key = foldedWords(value);
    const isNew = key !== "" && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
