/** The bytes ahead in a stream: looked at before they are taken. */
import type { InputError } from "../../errors.js";
import { Damage, type Unpacked } from "./members.js";

/** Bytes are moved to the front when so many before them are done with. */
const MOST_DONE = 1024 * 1024;

export class ByteWindow {
  #buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #over = false;
  /** Bytes that were ever held. */
  #appended = 0;
  /** Where members begin among these, with the stored bytes before them; not those that are passed. */
  readonly #members: { readonly at: number; readonly stored: number }[] = [];
  /** The bytes that are held are followed by damage, not by more of them. */
  damage: InputError | null = null;

  constructor(private readonly source: Unpacked) {}

  /** What is held; valid until more is asked for. */
  get bytes(): Buffer {
    return this.#buffer.subarray(this.#start, this.#end);
  }

  /** The stored bytes before the member that begins with what is held; null when none does. */
  get member(): number | null {
    const at = this.#appended - (this.#end - this.#start);
    while ((this.#members[0]?.at ?? at) < at) this.#members.shift();
    const [next] = this.#members;
    return next?.at === at ? next.stored : null;
  }

  /** Whether there are so many bytes, which are held then. */
  async has(count: number): Promise<boolean> {
    while (this.#end - this.#start < count) if (!(await this.more())) return false;
    return true;
  }

  /** Reads on; false at the end, or where damage is. */
  async more(): Promise<boolean> {
    if (this.#over || this.damage !== null) return false;
    const { value, done } = await this.source.next();
    if (done === true) this.#over = true;
    else if (value instanceof Damage) this.damage = value.error;
    else {
      if (value.member !== null) this.#members.push({ at: this.#appended, stored: value.member });
      this.#append(value.bytes);
    }
    return !this.#over && this.damage === null;
  }

  drop(count: number): void {
    this.#start = Math.min(this.#start + count, this.#end);
  }

  /** Leaves out what is held before damage, and goes on behind it. */
  passDamage(): void {
    this.damage = null;
    this.#start = this.#end;
  }

  #append(piece: Uint8Array): void {
    const held = this.#end - this.#start;
    if (this.#end + piece.length > this.#buffer.length || this.#start > MOST_DONE) {
      // Twice what is needed, so that a long record is not copied with every piece; never more for a short one.
      const larger = Buffer.allocUnsafeSlow(Math.max((held + piece.length) * 2, CAPACITY));
      this.#buffer.copy(larger, 0, this.#start, this.#end);
      this.#buffer = larger;
      this.#start = 0;
      this.#end = held;
    }
    this.#buffer.set(piece, this.#end);
    this.#end += piece.length;
    this.#appended += piece.length;
  }
}

const CAPACITY = 2 * MOST_DONE;
