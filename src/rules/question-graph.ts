/**
 * Questions (question.ts) in the order in which they tell most, as a graph. A node of it is the set of tests that are still
 * possible and the question to ask there, the one that concerns most of them; each answer leads on to the node of what it
 * leaves. However many the tests, a span costs some steps from node to node, and no question that would tell nothing is
 * asked. Nodes are made when a span first comes there, and equal ones are one, so that they are a few hundred and stay
 * near the processor.
 */
import { addTo, type BitSet, emptySet, inBoth, isIn, membersOf, setThat, sharedBy } from "./bit-set.js";
import type { Question } from "./question.js";
import type { Subject, Surroundings } from "./subject.js";

/** Nodes that are kept, some megabytes of them: documents make a few hundred, made-up ones could make any number. */
const MOST_NODES = 1 << 13;

class Node {
  /** By answer. */
  readonly next: (Node | undefined)[] = [];

  constructor(
    readonly possible: BitSet,
    /** The questions that would tell more. */
    readonly open: readonly Question[],
    /** The one to ask; null when none is open. */
    readonly question: Question | null,
  ) {}
}

export class QuestionGraph {
  readonly #questions: readonly Question[];
  readonly #isSure: (test: number) => boolean;
  /** By what tells nodes apart. */
  readonly #nodes = new Map<string, Node>();
  #root: Node;

  /** Of `size` tests; `isSure` tells of one that it holds when all questions leave it possible. */
  constructor(
    readonly size: number,
    questions: readonly Question[],
    isSure: (test: number) => boolean,
  ) {
    this.#questions = questions;
    this.#isSure = isSure;
    this.#root = this.#begin();
  }

  /** The tests that are possible for a span, down to the first that is sure to hold. */
  possible(subject: Subject, around: Surroundings): BitSet {
    let node = this.#root;
    while (node.question !== null) {
      const answer = node.question.of(subject, around);
      node = node.next[answer] ?? this.#grow(node, node.question, answer, subject, around);
    }
    return node.possible;
  }

  #begin(): Node {
    this.#nodes.clear();
    return this.#nodeOf(
      setThat(this.size, () => true),
      this.#questions,
    );
  }

  /** The node behind an answer that has not been given there before. */
  #grow(from: Node, question: Question, answer: number, subject: Subject, around: Surroundings): Node {
    // A walk that is under way goes on through the nodes that it holds.
    if (this.#nodes.size >= MOST_NODES) this.#root = this.#begin();
    const possible = inBoth(from.possible, question.possible(answer, subject, around));
    const others = from.open.filter((one) => one !== question);
    const node = this.#nodeOf(possible, others);
    from.next[answer] = node;
    return node;
  }

  #nodeOf(possible: BitSet, unasked: readonly Question[]): Node {
    const tried = this.#tried(possible, unasked);
    const open = unasked.filter(({ concerned }) => sharedBy(concerned, tried) > 0);
    const key = `${tried.join()} ${open.map((question) => this.#questions.indexOf(question)).join()}`;
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = new Node(tried, open, mostConcerned(open, tried));
      this.#nodes.set(key, node);
    }
    return node;
  }

  /** What is ever tried of the possible: nothing behind a test that is sure to hold. */
  #tried(possible: BitSet, unasked: readonly Question[]): BitSet {
    const tried = emptySet(this.size);
    for (const i of membersOf(possible)) {
      addTo(tried, i);
      if (this.#isSure(i) && !unasked.some(({ concerned }) => isIn(concerned, i))) break;
    }
    return tried;
  }
}

/** The question that tells something of most tests; null when there is none. */
function mostConcerned(questions: readonly Question[], tests: BitSet): Question | null {
  let best: Question | null = null;
  let most = 0;
  for (const question of questions) {
    const count = sharedBy(question.concerned, tests);
    if (count > most) {
      best = question;
      most = count;
    }
  }
  return best;
}
