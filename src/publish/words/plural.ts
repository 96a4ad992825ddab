/** The forms of a word by CLDR's plural category; `other` stands for those that are not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Returns a function that chooses the form of a language's plural for a count, e.g. `{ one: "note", other: "notes" }`.
 * `Intl` takes milliseconds to begin, so it begins with the first count. Source: Unicode CLDR plural rules.
 */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    return forms[rules.select(count)] ?? forms.other;
  };
}

/** Returns a function that words a list in a language, which begins with the first list. */
export function createList(language: string): (items: readonly string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (items) => {
    format ??= new Intl.ListFormat(language);
    return format.format(items);
  };
}

/**
 * Returns a function that words a number, with at most two decimals unless `options` say otherwise, in Western digits like
 * the sources'. It begins with the first number.
 */
export function createNumberFormat(
  language: string,
  options: Intl.NumberFormatOptions = { maximumFractionDigits: 2 },
): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    format ??= new Intl.NumberFormat(new Intl.Locale(language, { numberingSystem: "latn" }), options);
    return format.format(value);
  };
}

/** Returns a function that words a count with its noun in the form that the count takes: "1 note", "14 notes". */
export function createCount(language: string): (count: number, forms: PluralForms) => string {
  const number = createNumberFormat(language);
  const plural = createPlural(language);
  return (count, forms) => `${number(count)} ${plural(count, forms)}`;
}

/** Returns a function that names regions of the world by their M49 codes; `name` is what stands for one that Unicode lacks. */
export function createRegionNames(language: string): (code: string, name: string) => string {
  let names: Intl.DisplayNames | undefined;
  return (code, name) => {
    names ??= new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    return names.of(code) ?? name;
  };
}
