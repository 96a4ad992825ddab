import type { FigureWords } from "../../../draw/figure-words.ts";
import { formatYearRange, type YearRange } from "../../../model/year-range.ts";
import { createCount } from "../plural.ts";
import { TERMS } from "./terms.ts";

const count = createCount("fr");
const FACTS = { one: "fait", other: "faits" };
const LAWS: Readonly<Record<string, string>> = {
  "Partial criminalization": "Incrimination partielle",
  "Full criminalization": "Incrimination complète",
  Strengthened: "Loi renforcée",
};
const VERBS = { down: "abaissé", up: "relevé" };

/** French words of figures. */
export const figures: Partial<FigureWords> = {
  missingReasons: {
    "not-in-report": "absent du rapport",
    "special-case": "cas particulier",
    "not-coded": "non codé",
    "not-available": "non disponible",
    "not-applicable": "sans objet",
  },
  tiersSubject: (scorecard) => `niveaux (${scorecard})`,
  indexSubject: (label) => label,
  lawsSubject: "lois",
  governmentsSubject: "gouvernements",
  cycleSubjects: {
    diplomacy: "contacts",
    pressure: "pression",
    concern: "réactions",
    outcome: "résultats",
    law: "lois",
  },
  figureTitle: (country, subject) => `${country}\u00a0: ${subject}`,

  hasNoTier: (country, scorecard, years) => `${country}\u00a0: aucun niveau (${scorecard}), ${years}.`,
  wasInTier: (country, { tier, year }) => `${country}\u00a0: ${tier} en ${year}.`,
  stayedInTier: (country, { tier, year }, last) =>
    `${country}\u00a0: ${tier} en ${year} et toujours en ${last}, sans changement de niveau.`,
  wentToTier: (country, first, last, changes) =>
    `${country}\u00a0: ${first.tier} en ${first.year} et ${last.tier} en ${last.year}\u00a0; niveau ${changes}.`,
  changedIn: (direction, years) => `${VERBS[direction]} en ${years}`,
  changedTimes: (direction, times) => `${VERBS[direction]} ${times} fois`,
  tiersOverTime: (country, scorecard, runs) => `${country}, niveau (${scorecard})\u00a0: ${runs}.`,
  inSpell: (value, years) => `${value} ${formatSpell(years)}`,
  reasonInSpell: (reason, years) => `${formatSpell(years)} (${reason})`,
  spell: formatSpell,
  hasNoGrade: (country) => `${country}\u00a0: aucune note ces années-là.`,
  noTierInSpells: (spells) => `Aucun niveau ${spells}.`,
  movesAre: (direction, times, moves) =>
    `Niveau ${VERBS[direction]} ${times === 1 ? "une" : times} fois\u00a0: ${moves}.`,
  moveIn: ({ from, to, before, after }) =>
    `${to - from > 1 ? `entre ${from} et ${to}` : `en ${to}`} (de ${before} à ${after})`,

  indexScale: (label, low, high, unit) => `${label} (de ${low} à ${high}${unit ? ` ${unit}` : ""})`,
  indexWithoutValues: (index) => `${index}\u00a0: aucune valeur ces années-là.`,
  indexOnce: (index, { value, when }) => `${index}\u00a0: ${value} en ${when}.`,
  indexSame: (index, first, last, years) =>
    `${index}\u00a0: de ${first.value} en ${first.when} à ${last.value} en ${last.when}, la même valeur pendant ${count(years, { one: "année renseignée", other: "années renseignées" })}.`,
  indexCourse: (index, { first, last, high, low }) =>
    `${index}\u00a0: de ${first.value} en ${first.when} à ${last.value} en ${last.when}\u00a0; au plus haut ${high.value} en ${high.when}, au plus bas ${low.value} en ${low.when}.`,
  noValueInSpells: (spells) => `Aucune valeur ${spells}.`,
  yearAndOthers: (year, others) =>
    `${year} et ${count(others, { one: "autre année", other: "autres années" })}`,

  lawName: (name) => LAWS[name] ?? name,
  noLaws: "Lois\u00a0: aucune enregistrée ces années-là.",
  lawsAre: (laws) => `Lois\u00a0: ${laws}.`,
  governmentsAre: (terms) => `Gouvernements\u00a0: ${terms}.`,
  termFrom: (person, from) => `${person} (depuis ${from})`,
  documentsAre: (none, uncounted) =>
    `Documents disponibles\u00a0: ${none === undefined ? "au moins un chaque année comptée" : `aucun ${none}`}${uncounted === undefined ? "" : `\u00a0; non comptés ${uncounted}`}.`,

  laws: "Lois",
  governments: "Gouvernements",
  tierPanel: (scorecard) => `Niveau (${scorecard})`,
  outsideOfYears: (laws) => `Hors de ces années\u00a0: ${laws}`,
  noneRecorded: "Aucune enregistrée ces années-là",
  noGradesHere: "Aucune note ces années-là",
  hatchedAre: (years) => `Hachuré\u00a0: ${years}`,
  noValueIn: (years) => `Aucune valeur\u00a0: ${years}`,
  noValuesHere: "Aucune valeur ces années-là",
  reasonOfYears: (years, reason) => `${years}\u00a0: ${reason}`,
  fromYear: (year) => `dès ${year}`,
  downgraded: "abaissé",
  upgraded: "relevé",
  noDocuments: (years) => `aucun document\u00a0: ${years}`,

  year: "Année",
  documents: "Documents disponibles",
  noEntry: "aucune entrée",
  notCounted: "non comptés",

  cycleGroups: {
    diplomacy: "Contacts par rang",
    pressure: "Pression par type d’acteur",
    concern: "Réactions par code",
    outcome: "Résultats par type",
    law: "Lois",
  },
  laneName: (name) => {
    const word = TERMS[name.toLowerCase().replaceAll(" ", "-")];
    return word === undefined ? name : word.charAt(0).toUpperCase() + word.slice(1);
  },
  dayOrMonthKnown: "jour ou mois connu",
  yearOrLonger: "année ou plus",
  approximateMark: "approximatif",
  notDrawn: (parts) => `Non dessinés\u00a0: ${parts}.`,
  notDrawnGroup: "Non dessinés",
  outsideOfTheYears: "hors de ces années",
  withoutDate: "sans date",
  entriesWithoutDate: (n) => `${count(n, FACTS)} sans date`,
  entriesOutside: (n, years) => `${n} hors de ${years}`,
  laneWithEntries: (lane, entries, years) => `${lane}\u00a0: ${count(entries, FACTS)} (${years})`,

  scatterTitle: (y, x) => `${y} en fonction de ${x}`,
  noCorrelation: (reason) => `Pas de corrélation\u00a0: ${reason}.`,
  correlation: (r, countries, p) =>
    `r de Pearson = ${r} sur ${count(countries, { other: "pays" })}, p ${p ?? "non défini"}.`,
  pointAt: (name, x, y) => `${name}\u00a0: ${x}\u00a0; ${y}`,
  axisEnds: (axis, low, high) =>
    `${axis}\u00a0: de ${low.value} (${low.when}) à ${high.value} (${high.when}).`,
  withoutScore: (countries) => `Sans score\u00a0: ${countries}.`,

  partSeparator: "\u00a0; ",
  country: "Pays",
  tierKey: "Légende",
  tierSince: (tier, year) => `${tier} (depuis ${year})`,
  noTierKey: "aucun niveau\u00a0; chaque case en donne la raison",
};

function formatSpell({ first, last }: YearRange): string {
  return last - first >= 3 ? `de ${first} à ${last}` : `en ${formatYearRange({ first, last })}`;
}
