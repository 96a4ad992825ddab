import { suggest } from "../base/nearest.ts";

/** A number a country and year: something that the casebook holds, or what a function makes of other variables. */
export type Variable = NamedVariable | CalledVariable;

/** e.g. `policy-index.p`, `tier.2WL`, `downgrade`. */
export interface NamedVariable {
  readonly kind: "name";
  readonly name: string;
}

/** e.g. `lag(downgrade, 2)`. */
export interface CalledVariable {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly of: readonly Variable[];
  /** What stands after the variables: a number, or the codes of `countries(JPN, GRC)`. */
  readonly extra: readonly string[];
}

/** Why a text is no variable. */
export interface NoVariable {
  readonly problem: string;
  readonly hint: string;
}

interface FunctionForm {
  /** How many variables it takes, at least and at most. */
  readonly takes: readonly [number, number];
  /** What else it takes. */
  readonly extra: "none" | "years" | "number" | "countries";
  /** What it gives, in one sentence. */
  readonly gives: string;
  /** It looks at later years than its own. */
  readonly looksAhead?: true;
}

/** The functions of variables; the list is their documentation. */
export const VARIABLE_FUNCTIONS = {
  lag: {
    takes: [1, 1],
    extra: "years",
    gives: "the value of the year before, or of so many years before: `lag(x, 2)`",
  },
  lead: {
    takes: [1, 1],
    extra: "years",
    gives: "the value of the next year, or of so many years on",
    looksAhead: true,
  },
  change: { takes: [1, 1], extra: "none", gives: "the value less that of the year before" },
  first: { takes: [1, 1], extra: "none", gives: "the country’s first value, in every year" },
  ever: {
    takes: [1, 1],
    extra: "none",
    gives: "1 in every year if the value is above 0 in any year up to the sample’s last, else 0",
    looksAhead: true,
  },
  "so-far": {
    takes: [1, 1],
    extra: "none",
    gives: "1 from the first year on in which the value is above 0, else 0",
  },
  "at-least": { takes: [1, 1], extra: "number", gives: "1 where the value is the number or more, else 0" },
  any: {
    takes: [2, 9],
    extra: "none",
    gives: "1 where one of the values is above 0, else 0; missing values count only where all are missing",
  },
  "or-zero": { takes: [1, 1], extra: "none", gives: "the value, and 0 where it is missing" },
  log: { takes: [1, 1], extra: "none", gives: "the natural logarithm; missing where the value is 0 or less" },
  minus: { takes: [2, 2], extra: "none", gives: "the first value less the second" },
  times: { takes: [2, 2], extra: "none", gives: "the product of two values" },
  countries: {
    takes: [0, 0],
    extra: "countries",
    gives: "1 for the countries named, else 0: `countries(JPN, GRC)`",
  },
} as const satisfies Readonly<Record<string, FunctionForm>>;

export type FunctionName = keyof typeof VARIABLE_FUNCTIONS;

const FORMS: Readonly<Record<string, FunctionForm>> = VARIABLE_FUNCTIONS;

const WORD = /\s*([\p{L}\p{N}_./-]+|[(),])\s*/uy;

/** Deeper variables are a mistake, or an attack. */
const MAX_DEPTH = 8;

/** Returns the variable that a text names, e.g. `lag(policy-index.p, 2)`. */
export function parseVariable(text: string): Variable | NoVariable {
  const words: string[] = [];
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const from = WORD.lastIndex;
    const match = WORD.exec(text);
    if (!match)
      return unreadable(text, `\`${text.slice(from).trim().charAt(0)}\` cannot stand in a variable`);
    words.push(match[1] ?? "");
  }
  const reader = { words, at: 0 };
  const found = readVariable(reader, 0);
  if ("problem" in found) return found;
  return reader.at < words.length ? unreadable(text, `\`${words[reader.at]}\` is not expected there`) : found;
}

function unreadable(text: string, why: string): NoVariable {
  return {
    problem: `\`${text}\` is no variable: ${why}.`,
    hint: "Write a name, e.g. `policy-index.p`, or a function of one, e.g. `lag(downgrade)`.",
  };
}

interface WordReader {
  readonly words: readonly string[];
  at: number;
}

function readVariable(reader: WordReader, depth: number): Variable | NoVariable {
  const name = reader.words[reader.at] ?? "";
  const whole = reader.words.join(" ");
  if (name === "" || /^[(),]$/.test(name)) return unreadable(whole, "a name is missing");
  if (depth > MAX_DEPTH) return unreadable(whole, "it is nested too deeply");
  reader.at++;
  if (reader.words[reader.at] !== "(") return { kind: "name", name };
  const form = FORMS[name];
  if (!form) {
    const known = Object.keys(FORMS);
    return {
      problem: `\`${name}\` is not a function of variables.`,
      hint: suggest(name, known, `Use one of ${known.join(", ")}.`),
    };
  }
  const of: Variable[] = [];
  const extra: string[] = [];
  do {
    reader.at++;
    if (of.length < form.takes[1] && !isExtra(form, reader, of.length)) {
      const inner = readVariable(reader, depth + 1);
      if ("problem" in inner) return inner;
      of.push(inner);
    } else {
      extra.push(reader.words[reader.at] ?? "");
      reader.at++;
    }
  } while (reader.words[reader.at] === ",");
  if (reader.words[reader.at] !== ")") return unreadable(whole, "a bracket is not closed");
  reader.at++;
  const call: CalledVariable = { kind: "call", name: name as FunctionName, of, extra };
  return faultOf(call, form) ?? call;
}

function isExtra(form: FunctionForm, reader: WordReader, taken: number): boolean {
  if (taken < form.takes[0]) return false;
  return form.extra !== "none" && reader.words[reader.at + 1] !== "(";
}

function faultOf({ name, of, extra }: CalledVariable, form: FunctionForm): NoVariable | undefined {
  const hint = `\`${name}\` gives ${form.gives}.`;
  if (of.length < form.takes[0]) {
    return { problem: `\`${name}\` takes ${form.takes[0]} variables, and has ${of.length}.`, hint };
  }
  const rest = extra[0] ?? "";
  const isRight = {
    none: extra.length === 0,
    years: extra.length === 0 || (extra.length === 1 && /^[1-9]\d?$/.test(rest)),
    number: extra.length === 1 && /^-?\d+(\.\d+)?$/.test(rest),
    countries: extra.length > 0 && extra.every((one) => /^[A-Z]{3}$/.test(one)),
  }[form.extra];
  return isRight
    ? undefined
    : {
        problem: `\`${formatVariable({ kind: "call", name, of, extra })}\` is not how \`${name}\` is written.`,
        hint,
      };
}

/** Returns a variable as it is written, always alike. */
export function formatVariable(variable: Variable): string {
  if (variable.kind === "name") return variable.name;
  return `${variable.name}(${[...variable.of.map(formatVariable), ...variable.extra].join(", ")})`;
}

/** Returns the names that a variable is made of. */
export function namesIn(variable: Variable): string[] {
  return variable.kind === "name" ? [variable.name] : variable.of.flatMap(namesIn);
}

/** Returns the first function in a variable that looks at later years than its own; undefined where none does. */
export function findLookingAhead(variable: Variable): FunctionName | undefined {
  if (variable.kind === "name") return undefined;
  if (FORMS[variable.name]?.looksAhead) return variable.name;
  return variable.of.map(findLookingAhead).find((one) => one !== undefined);
}
