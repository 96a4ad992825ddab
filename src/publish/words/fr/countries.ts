import { type Html, type HtmlValue, html } from "../../site/html.ts";
import type { countries as english } from "../en/countries.ts";
import { createCount } from "../plural.ts";

const count = createCount("fr");

/** French words of the home page, the list of countries and the pages of countries. */
export const countries: Partial<typeof english> = {
  caseCount: (n) => count(n, { one: "étude de cas", other: "études de cas" }),
  countryCount: (n) => count(n, { other: "pays" }),
  gradeCount: (n) => count(n, { one: "note", other: "notes" }),
  sourceCount: (n) => count(n, { one: "source", other: "sources" }),
  editionOn: (date: HtmlValue): Html => html`Édition du ${date}`,
  noCases: "Ce recueil ne contient aucune étude de cas.",
  scorecard: "L’évaluation",
  scorecardBy: (name, grader, since) => html`${name}, par ${grader}, depuis ${since}.`,
  sinceYear: (year) => `depuis ${year}`,
  untilYear: (year) => `jusqu’en ${year}`,
  allYears: "toutes les années",
  gradesByCountryAndYear: "Notes par pays et par année",
  gradesOfScorecard: (scorecard) => `${scorecard}\u00a0: notes par pays et par année`,
  allGrades: "toutes les notes",
  ofAllCountries: (kind) => `${kind} de tous les pays`,

  countriesDescription: (n, title) => `${title}\u00a0: ${count(n, { other: "pays" })}, avec leurs notes.`,
  countriesWithData: (n) =>
    `${count(n, { one: "pays figure", other: "pays figurent" })} avec des données dans ce recueil.`,
  compareThem: "Les comparer.",
  seeThemAll: "Les voir tous, année par année et sur des cartes.",
  seeHypotheses: "Hypothèses pesées au regard des indices.",
  casesAre: (cases) => html`Études de cas\u00a0: ${cases}.`,
  withoutGrade: "Sans note",

  countryDescription: (country, title) =>
    `${country} dans ${title}\u00a0: notes, chronologie, lois et gouvernements.`,
  countryInScorecard: (country, scorecard) => `${country}\u00a0: ${scorecard}`,
  casesOfCountry: (n) => (n === 1 ? "Étude de cas" : "Études de cas"),
  groups: "Groupes",
  timeline: "Frise chronologique",
  grades: "Notes",
  statisticsSection: "Statistiques",
  cycle: "Cycle",
  testsSection: "Tests des résultats",
  hypotheses: "Hypothèses",
  captionOfCountry: (country, section) => html`${country}\u00a0: ${section}`,
  tableOfRows: (n) => `Tableau de ${count(n, { one: "ligne", other: "lignes" })}`,

  law: "Loi",
  level: "Portée",
  codedFrom: "Codé d’après",
  sourceAndNote: "Source et remarque",
  lawLevels: {
    partial: "incrimination partielle",
    full: "incrimination complète",
    strengthened: "renforcée",
  },
  from: "Du",
  to: "Au",
  inOffice: "en fonction",
  person: "Personne",
  office: "Fonction",
  grants: "Subventions",
  allGrants: "Toutes les subventions",
  grantsByPurpose: "Subventions par objet",
  grantsByRecipient: "Subventions par bénéficiaire",
  purpose: "Objet",
  purposes: "Objets",
  recipient: "Bénéficiaire",
  amount: "Montant",
  severalPurposes: "Une subvention à plusieurs objets compte dans chacun d’eux.",
  notKnown: "inconnu",
  withoutAmount: (n) =>
    `sans ${count(n, { one: "subvention dont le montant manque", other: "subventions dont le montant manque" })}`,

  standing: "Rang et voisinage",
  moved: "Mouvement",
  movedUp: "en hausse",
  movedDown: "en baisse",
  place: "Rang",
  placeOf: (place, all) => `${place} sur ${all}`,
  sameGradeThatYear: "Même note cette année-là",
  index: "Indice",
  sinceEntering: "Depuis l’entrée",
  noOther: "aucun",
  otherCountries: (n) => count(n, { one: "autre", other: "autres" }),
  groupMembers: (group, members) => `${group}\u00a0: ${members}`,
  cameIn: (country, year, isByTier) =>
    `${country}\u00a0: entrée dans le rapport en ${year}${isByTier ? ", d’après sa première note" : ""}.`,
  timeInReport: (year, years, change, aYear) => {
    const changed =
      change === undefined
        ? ""
        : `, au cours desquels l’indice a varié de ${change}${aYear === undefined ? "" : ` (${aYear} par an)`}`;
    return `En ${year}, cela faisait ${count(years, { one: "an", other: "ans" })}${changed}.`;
  },
  placeIsSpan: "Le rang est l’intervalle des rangs que partagent tous les pays de même note.",
  nearestIn: (index) => `Les plus proches\u00a0: ${index}`,
  nearestAre: (year, value, countries, more) =>
    html`${year}, à ${value}\u00a0: ${countries}${more > 0 && ` et ${count(more, { one: "autre aussi proche que le dernier", other: "autres aussi proches que le dernier" })}`}.`,
  byComponent: (series) => `${series} par composante`,
  effort: "Effort, d’après les câbles",
  cablesOnSubject: "Câbles sur le sujet",
  cablesAvailable: "Câbles disponibles",
  share: "Part",
  effortOverall: (about, available, share) =>
    `Toutes années confondues, ${about} des ${available} câbles disponibles des postes dans le pays, soit ${share}. Ce qui n’est pas disponible n’est pas compté.`,

  limitSpell: (country, tier, years) => `${country}\u00a0: ${tier} en ${years}.`,
  limitRule: ({ years, since, waivers }, next, source) =>
    html`Un pays peut y rester ${count(years, { one: "an", other: "ans" })}, à compter de ${since}${waivers > 0 && `, et jusqu’à ${count(waivers, { one: "an de plus", other: "ans de plus" })} par dérogation`}\u00a0; il passe ensuite à ${next} (${source}).`,
  limitClock: (held, moves, latest) => {
    const counted =
      held === 0
        ? "aucune ne compte à ce jour"
        : `${count(held, { one: "compte", other: "comptent" })} à ce jour`;
    const last = latest === undefined ? "" : `, en ${latest} si toutes les dérogations sont accordées`;
    return `De ces années, ${counted}\u00a0: le passage est prévu en ${moves}${last}.`;
  },
};
