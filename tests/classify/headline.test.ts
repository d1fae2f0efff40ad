/** Made-up pages: a menu, a headline, what stands around it, a body; one line a block, or blank lines between them. */
import { describe, expect, it } from "vitest";
import { classify } from "../../src/classify/classify.js";
import { type Article, extract } from "../../src/index.js";
import type { LabelledSpan } from "../../src/model.js";
import { builtinPacks, compileRules } from "../../src/rules/registry.js";
import { segment } from "../../src/segment/segment.js";

const ENGLISH = [
  "The harbour of Selwyn froze over on Friday night, and forty ships could not leave the port before Sunday.",
  "Two ice breakers came from the north, the harbour master said, and opened a channel for the ferries.",
  "The ships will leave one after another, the largest first, as soon as the ice allows it again.",
  "Nobody in the port remembers a winter that was so cold, and the ferries will be late for a week.",
];
const GERMAN = [
  "Der Hafen von Selwyn ist in der Nacht zum Freitag zugefroren, vierzig Schiffe können ihn nicht verlassen.",
  "Zwei Eisbrecher kamen aus dem Norden, wie der Hafenmeister sagte, und öffneten eine Rinne für die Fähren.",
  "Die Schiffe werden eines nach dem anderen auslaufen, das größte zuerst, sobald das Eis es wieder erlaubt.",
];
const RUSSIAN = [
  "Гавань Селвина замёрзла в ночь на пятницу, и сорок кораблей не смогли покинуть порт до воскресенья.",
  "Два ледокола пришли с севера, сообщил начальник порта, и открыли канал для паромов.",
  "Корабли будут уходить один за другим, самый большой первым, как только лёд снова это позволит.",
];
const JAPANESE = [
  "北潮港は金曜日の夜に全面結氷し、四十隻の船が日曜日まで港を出られなくなった。",
  "二隻の砕氷船が北から到着し、連絡船のための航路を開いたと港長は述べた。",
  "船は氷が許し次第、大きいものから順に港を出る予定である。",
];
const MENU = ["Home", "News", "Sport", "Weather", "Ten museums to see abroad", "Our newsletters", "Jobs"];
const MENU_DE = ["Startseite", "Politik", "Sport", "Wetter", "Unsere Newsletter im Überblick", "Abo"];

const rules = compileRules(builtinPacks);
const paragraphs = (lines: readonly string[]): string => lines.join("\n\n");
const oneALine = (lines: readonly string[]): string => lines.join("\n");
const titleOf = (text: string): string | null => (extract(text) as Article).title;

function spansOf(text: string): LabelledSpan[] {
  return classify(segment(text), rules, { explained: true }).blocks.flatMap(({ spans }) => [...spans]);
}

function expectHeadline(text: string, headline: string): void {
  const span = spansOf(text).find((span) => span.span.text === headline);
  expect([span?.label, span?.rule]).toEqual(["title", "headline"]);
  expect(titleOf(text)).toBe(headline);
}

describe("without the page's own title", () => {
  it.each([
    [
      "Forty ships stuck in the frozen harbour",
      [...MENU, "Forty ships stuck in the frozen harbour", "By Ada Moss", ...ENGLISH],
    ],
    [
      "Forty ships stuck in the frozen harbour",
      [
        ...MENU,
        "Forty ships stuck in the frozen harbour",
        "Nobody remembers such a winter",
        "3 May 2024",
        "Share",
        ...ENGLISH,
      ],
    ],
    [
      "What happens to the ships in the harbour?",
      [...MENU, "Published 3 May 2024", "What happens to the ships in the harbour?", ...ENGLISH],
    ],
    [
      "The best ships of the harbour in May 2024",
      [...MENU, "The best ships of the harbour in May 2024", "By Ada Moss", ...ENGLISH],
    ],
    [
      "Vierzig Schiffe stecken im Hafen fest",
      [...MENU_DE, "Vierzig Schiffe stecken im Hafen fest", "Von Jana Rehfeld", "3. Mai 2024", ...GERMAN],
    ],
    [
      "Сорок кораблей застряли в замёрзшей гавани",
      [
        "Главная",
        "Новости",
        "Спорт",
        "Погода",
        "Сорок кораблей застряли в замёрзшей гавани",
        "3 мая 2024",
        ...RUSSIAN,
      ],
    ],
    [
      "北潮港が結氷、四十隻の船が足止め",
      [
        "ホーム",
        "ニュース",
        "スポーツ",
        "天気",
        "北潮港が結氷、四十隻の船が足止め",
        "2024年5月3日",
        ...JAPANESE,
      ],
    ],
  ])("%s", (headline, lines) => {
    expectHeadline(paragraphs(lines), headline);
  });

  it("takes no menu item, section or cookie line", () => {
    const text = paragraphs([
      ...MENU,
      "We use cookies to give you the best service",
      "Shipping",
      "Ships frozen in the harbour",
      ...ENGLISH,
    ]);
    expect(titleOf(text)).toBe("Ships frozen in the harbour");
  });

  it("looks behind a notice that looks like the start of the body", () => {
    const notice =
      "Your browser is too old for this page, so please take another one and come back to us soon.";
    expectHeadline(
      paragraphs([...MENU, notice, "Forty ships stuck in the frozen harbour", "By Ada Moss", ...ENGLISH]),
      "Forty ships stuck in the frozen harbour",
    );
  });
});

describe("with the page's own title", () => {
  it.each([
    [
      "Forty ships stuck in the harbour",
      [
        "Forty ships stuck in the harbour | The Selwyn Post",
        ...MENU,
        "Forty ships stuck in the harbour",
        ...ENGLISH,
      ],
    ],
    [
      "Frozen in: how forty ships lost a harbour",
      [
        "Forty ships stuck in harbour - The Selwyn Post",
        ...MENU,
        "Frozen in: how forty ships lost a harbour",
        "By Ada Moss",
        ...ENGLISH,
      ],
    ],
    [
      "Vierzig Schiffe stecken im Hafen fest",
      [
        "Küstenbote – Vierzig Schiffe stecken im Hafen fest",
        ...MENU_DE,
        "Vierzig Schiffe stecken im Hafen fest",
        ...GERMAN,
      ],
    ],
  ])("%s", (headline, lines) => {
    expectHeadline(oneALine(lines), headline);
  });

  it("takes no line that says the site's name alone", () => {
    const name = "Selwyn Harbour Post";
    const text = oneALine([`Forty ships stuck for a week - ${name}`, name, "By Ada Moss", ...ENGLISH]);
    expect(titleOf(text)).toBe("Forty ships stuck for a week");
  });

  it("asks what stands around a line, not around the page's title", () => {
    const text = oneALine(["Ships in the harbour | The Selwyn Post", "By Ada Moss", ...ENGLISH]);
    const evidence = spansOf(text)[0]
      ?.decisions.at(-1)
      ?.evidence.map(({ condition }) => condition);
    expect(evidence).toContain("body-opens-with-its-words");
    expect(evidence).not.toContain("byline-or-date-behind");
  });

  it("keeps the page's title where no line says it", () => {
    const text = oneALine([
      "Forty ships stuck in the harbour | The Selwyn Post",
      ...MENU,
      "Shipping",
      ...ENGLISH,
    ]);
    expect(titleOf(text)).toBe("Forty ships stuck in the harbour");
    expect(spansOf(text)[0]?.rule).toBe("page-title");
  });
});

const evidenceOf = (text: string, line: string) =>
  spansOf(text)
    .find(({ span }) => span.text === line)
    ?.decisions.at(-1)?.evidence;

it("counts a topic before a colon for a headline", () => {
  const headline = "Frozen in: forty ships stuck in the harbour";
  const text = paragraphs([...MENU, headline, "By Ada Moss", ...ENGLISH]);
  expectHeadline(text, headline);
  expect(evidenceOf(text, headline)).toContainEqual({ condition: "topic-and-colon", value: 0.7 });
});

it.each([
  ["the way through the site", "Harbour > Ships > Ice in the port of Selwyn"],
  ["an address", "More ships of Selwyn at harbour@selwyn.example"],
  ["an item of a list", "3. Ferries and the channel in the north"],
])("takes no headline from %s", (_, line) => {
  const headline = "The winter that nobody in the harbour of Selwyn remembers";
  expect(titleOf(paragraphs([...MENU, headline, line, "3 May 2024", ...ENGLISH]))).toBe(headline);
  expect(titleOf(paragraphs([...MENU, line, headline, "3 May 2024", ...ENGLISH]))).toBe(headline);
});

it("says what spoke for the headline", () => {
  const text = paragraphs([...MENU, "Forty ships stuck in the frozen harbour", "By Ada Moss", ...ENGLISH]);
  const span = spansOf(text).find(({ rule }) => rule === "headline");
  expect(span?.decisions.at(-1)?.evidence).toContainEqual({ condition: "byline-or-date-behind", value: 2.5 });
});

it("finds no headline in a document without a body", () => {
  expect(titleOf("Home\n\nNews\n\nSport")).toBeNull();
});
