import type { Attributes } from "../../read/document.ts";
import { escapeHtml } from "./html.ts";

const BLOCKED_ATTRIBUTES = /^(?:on|style$|src|action$|form)/i;
const VALUE_ATTRIBUTES = ["lang", "dir", "width", "height"] as const;

/** Returns ` name="value"`, or nothing where the value is empty. */
export function formatAttribute(name: string, value: string | undefined): string {
  return value ? ` ${name}="${escapeHtml(value)}"` : "";
}

/** Returns attributes without their id, which the exhibit around them carries. */
export function withoutId(attributes: Attributes): Attributes {
  const { id: _, ...rest } = attributes;
  return rest;
}

/** Returns what may be published of `{#id .class key=value}`: id, classes, and a few harmless keys. */
export function formatAttributes(attributes: Attributes | undefined): string {
  if (!attributes) return "";
  let text = formatAttribute("id", attributes.id) + formatAttribute("class", attributes.classes.join(" "));
  for (const name of VALUE_ATTRIBUTES) text += formatAttribute(name, attributes.values[name]);
  return text;
}

/** Returns the attributes of an element of raw HTML, in name order; none that could run or load anything. */
export function formatHtmlAttributes(attributes: Readonly<Record<string, string>>): string {
  let text = "";
  for (const name of Object.keys(attributes).sort()) {
    if (!BLOCKED_ATTRIBUTES.test(name) && /^[a-z][a-z\d-]*$/i.test(name)) {
      text += ` ${name}="${escapeHtml(attributes[name] ?? "")}"`;
    }
  }
  return text;
}
