import { decodeWindows1252 } from "../base/windows-1252.ts";

/** A value of R, as far as a data frame needs it; `null` in a vector is `NA`. */
export type RValue = RVector & Attributes;

/** A vector of numbers, or of truths as 0 and 1. */
export type RNumbers = NumberVector & Attributes;

interface Attributes {
  readonly attributes: ReadonlyMap<string, RValue>;
}

interface NumberVector {
  readonly type: "logical" | "integer" | "double";
  readonly values: readonly (number | null)[];
}

type RVector =
  | { readonly type: "text"; readonly values: readonly (string | null)[] }
  | NumberVector
  | { readonly type: "list"; readonly values: readonly RValue[] }
  /** Pairs, of which attributes are made. */
  | { readonly type: "pairs"; readonly pairs: readonly (readonly [tag: string, value: RValue])[] }
  | { readonly type: "symbol"; readonly name: string }
  | { readonly type: "other" };

const NO_ATTRIBUTES: ReadonlyMap<string, RValue> = new Map();
const OTHER: RValue = { type: "other", attributes: NO_ATTRIBUTES };

/** Types of R's values as its files number them. */
const SYMBOL = 1;
const PAIRS = 2;
const ENVIRONMENT = 4;
const LANGUAGE = 6;
const CHARACTERS = 9;
const LOGICAL = 10;
const INTEGER = 13;
const DOUBLE = 14;
const TEXT = 16;
const LIST = 19;
const EXPRESSION = 20;
const ALTERNATIVE = 238;
const REFERENCE = 255;
/** Values that are nothing but their number: the empty one, the environments of R itself. */
const BARE = new Set([254, 253, 252, 251, 247, 242, 241]);

const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;
const IS_LATIN_1 = 1 << 2;

const NA_INTEGER = -(2 ** 31);
/** The lower half of R's `NA`, which is a NaN. */
const NA_DOUBLE = 1954;
const MAX_DEPTH = 100;

/** Reads the binary form of R's values ("XDR"), of versions 2 and 3. Throws an `Error` that says what is wrong with the bytes. */
export class RdsReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #depth = 0;
  readonly #references: RValue[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Returns the file's value. */
  readAll(): RValue {
    if (this.#bytes[0] !== 0x58 || this.#bytes[1] !== 0x0a) {
      throw new Error("it is not in R's binary format");
    }
    this.#at = 2;
    const version = this.#int();
    if (version !== 2 && version !== 3) throw new Error(`it is of version ${version} of R's format`);
    this.#at += 8;
    if (version === 3) this.#take(this.#int());
    return this.#value();
  }

  #int(): number {
    this.#room(4);
    this.#at += 4;
    return this.#view.getInt32(this.#at - 4);
  }

  /** Every element of a vector takes four bytes or more, so a length beyond the file's end is seen before room is made for it. */
  #length(bytesEach: number): number {
    const length = this.#int();
    if (length < 0) throw new Error("it holds a vector that is too long");
    this.#room(length * bytesEach);
    return length;
  }

  #room(bytes: number): void {
    if (bytes < 0 || this.#at + bytes > this.#bytes.length) throw new Error("it ends before its time");
  }

  #take(length: number): Uint8Array {
    this.#room(length);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #value(): RValue {
    if (++this.#depth > MAX_DEPTH) throw new Error("it is nested too deeply");
    const flags = this.#int();
    const value = this.#valueOf(flags & 0xff, flags);
    this.#depth--;
    return value;
  }

  #valueOf(type: number, flags: number): RValue {
    if (BARE.has(type)) return OTHER;
    switch (type) {
      case REFERENCE:
        return this.#references[(flags >>> 8 || this.#int()) - 1] ?? OTHER;
      case SYMBOL:
        return this.#remember({ type: "symbol", name: this.#text() ?? "", attributes: NO_ATTRIBUTES });
      case PAIRS:
      case LANGUAGE:
        return this.#pairs(flags);
      case ENVIRONMENT:
        return this.#environment();
      case LOGICAL:
        return this.#numbers("logical", flags);
      case INTEGER:
        return this.#numbers("integer", flags);
      case DOUBLE:
        return this.#numbers("double", flags);
      case TEXT:
        return this.#with(flags, { type: "text", values: this.#many(4, () => this.#text()) });
      case LIST:
      case EXPRESSION:
        return this.#with(flags, { type: "list", values: this.#many(4, () => this.#value()) });
      case ALTERNATIVE:
        return this.#alternative();
      default:
        throw new Error(`it holds a value that no table has (R's type ${type})`);
    }
  }

  #remember(value: RValue): RValue {
    this.#references.push(value);
    return value;
  }

  #many<T>(bytesEach: number, read: () => T): T[] {
    const length = this.#length(bytesEach);
    const values: T[] = [];
    for (let i = 0; i < length; i++) values.push(read());
    return values;
  }

  #numbers(type: "logical" | "integer" | "double", flags: number): RValue {
    const values =
      type === "double"
        ? this.#many(8, () => this.#double())
        : this.#many(4, () => {
            const value = this.#int();
            return value === NA_INTEGER ? null : value;
          });
    return this.#with(flags, { type, values });
  }

  #double(): number | null {
    this.#room(8);
    this.#at += 8;
    const value = this.#view.getFloat64(this.#at - 8);
    return Number.isNaN(value) && this.#view.getUint32(this.#at - 4) === NA_DOUBLE ? null : value;
  }

  /** A vector, then its attributes where it has some. */
  #with(flags: number, vector: RVector): RValue {
    const attributes = flags & HAS_ATTRIBUTES ? attributesOf(this.#value()) : NO_ATTRIBUTES;
    return { ...vector, attributes };
  }

  /** One string, which stands as a value of its own. */
  #text(): string | null {
    const flags = this.#int();
    if ((flags & 0xff) !== CHARACTERS) throw new Error("it holds something else where a text should be");
    const length = this.#int();
    if (length === -1) return null;
    const bytes = this.#take(length);
    return (flags >> 12) & IS_LATIN_1 ? decodeWindows1252(bytes) : decode(bytes);
  }

  #pairs(first: number): RValue {
    const pairs: [string, RValue][] = [];
    let flags = first;
    while ((flags & 0xff) === PAIRS || (flags & 0xff) === LANGUAGE) {
      if (flags & HAS_ATTRIBUTES) this.#value();
      const tag = flags & HAS_TAG ? this.#value() : OTHER;
      pairs.push([tag.type === "symbol" ? tag.name : "", this.#value()]);
      flags = this.#int();
    }
    // The rest of the list is its end, or a value in its place.
    if ((flags & 0xff) !== 254) this.#valueOf(flags & 0xff, flags);
    return { type: "pairs", pairs, attributes: NO_ATTRIBUTES };
  }

  #environment(): RValue {
    this.#remember(OTHER);
    this.#int();
    for (let part = 0; part < 4; part++) this.#value();
    return OTHER;
  }

  /** Vectors that R keeps in a shorter form: a run of numbers, one wrapped in notes on it, numbers as texts. */
  #alternative(): RValue {
    const info = this.#value();
    const state = this.#value();
    const attributes = attributesOf(this.#value());
    const [kind] = info.type === "pairs" ? info.pairs.map(([, value]) => value) : [];
    const name = kind?.type === "symbol" ? kind.name : "";
    const [inner] = innerOf(state);
    if (name.startsWith("wrap_") && inner) return { ...inner, attributes };
    if (name === "compact_intseq" || name === "compact_realseq") {
      const [count = 0, begin = 0, step = 0] = state.type === "double" ? state.values : [];
      const length = Number(count);
      // Nobody's table has more rows; a damaged file may claim any number.
      if (!(length <= 50_000_000)) throw new Error("it holds a vector that is too long");
      const values = Array.from({ length }, (_, i) => Number(begin) + i * Number(step));
      return { type: name === "compact_intseq" ? "integer" : "double", values, attributes };
    }
    if (name === "deferred_string" && inner && (inner.type === "integer" || inner.type === "double")) {
      return {
        type: "text",
        values: inner.values.map((one) => (one === null ? null : String(one))),
        attributes,
      };
    }
    throw new Error(`it holds a vector in a form that is not known (${name})`);
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** Text whose encoding is not said is in that of the machine that wrote it: UTF-8, or else that of Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

function innerOf(state: RValue): readonly RValue[] {
  if (state.type === "list") return state.values;
  return state.type === "pairs" ? state.pairs.map(([, value]) => value) : [];
}

function attributesOf(value: RValue): ReadonlyMap<string, RValue> {
  return value.type === "pairs" ? new Map(value.pairs) : NO_ATTRIBUTES;
}
