import { escapeMarkup as escapeHtml } from "../../draw/markup.ts";

export { escapeHtml };

/** Markup that is already escaped. Made only by {@link html} and {@link rawHtml}. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, markup is not; `undefined` and `false` leave nothing. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

/** Returns markup from a template; every value in it is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) text += toText(values[i]) + (strings[i + 1] ?? "");
  return new Html(text);
}

/** Marks a text as markup. The caller answers for its being escaped. */
export function rawHtml(text: string): Html {
  return new Html(text);
}

/** Returns ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | undefined): Html | undefined {
  return value === undefined ? undefined : new Html(` ${name}="${escapeHtml(String(value))}"`);
}

/** Returns the values with a separator between those that are there. */
export function joinHtml(values: readonly HtmlValue[], separator: string): Html {
  const texts = values.map(toText).filter((text) => text !== "");
  return new Html(texts.join(escapeHtml(separator)));
}

/** Returns a text with what stands between backticks as code. */
export function renderCode(text: string): Html {
  return html`${text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function toText(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  let text = "";
  for (const one of value) text += toText(one);
  return text;
}
