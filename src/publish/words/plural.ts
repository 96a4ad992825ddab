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
