/** The numbers that conditions set bounds to, and how each is told of a span. */
import * as measures from "../features/measures.js";
import type { Measure, Standing } from "./rule.js";
import type { Subject, Surroundings } from "./subject.js";

export type Bounded = Measure | Standing | "repeats";

/** Those that many rules bound and that are there to be read: facts (facts.ts). */
export const FACT_BOUNDS = [
  "words",
  "sentences",
  "pipes",
  "section-prose",
  "section-share",
  "region-before",
  "repeats",
] as const satisfies readonly Bounded[];
export type BoundedFact = (typeof FACT_BOUNDS)[number];

/** Each a function of its own, so that an engine sees one shape of object and one property in it. */
const NUMBERS: Record<Bounded, (subject: Subject, around: Surroundings) => number> = {
  words: ({ measures: m }) => m.words,
  characters: ({ measures: m }) => m.characters,
  sentences: ({ measures: m }) => m.sentences,
  commas: ({ measures: m }) => m.commas,
  pipes: ({ measures: m }) => m.pipes,
  "words-a-comma": ({ measures: m }) => m.words / (m.commas + 1),
  "digit-share": ({ measures: m }) => measures.digitShare(m),
  "lower-initial-share": ({ measures: m }) => measures.lowerInitialShare(m),
  "upper-case-share": ({ measures: m }) => measures.upperCaseShare(m),
  "function-word-share": ({ measures: m }) => measures.functionWordShare(m),
  "symbol-share": ({ measures: m }) => measures.symbolShare(m),
  repeats: (_, { repeats }) => repeats,
  "section-prose": (_, around) => around["section-prose"],
  "section-share": (_, around) => around["section-share"],
  "region-before": (_, around) => around["region-before"],
  kinship: (_, { kinship }) => kinship,
};

export const boundedOf = (name: Bounded): ((subject: Subject, around: Surroundings) => number) =>
  NUMBERS[name];

export const isFact = (name: Bounded): name is BoundedFact =>
  (FACT_BOUNDS as readonly Bounded[]).includes(name);
