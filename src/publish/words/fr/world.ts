import { html } from "../../site/html.ts";
import type { comparing as comparingEnglish, world as worldEnglish } from "../en/world.ts";
import { createCount } from "../plural.ts";

const count = createCount("fr");
const COUNTRIES = { other: "pays" };

/** French words of the pages about all countries. */
export const world: Partial<typeof worldEnglish> = {
  play: "Lire",
  pause: "Pause",
  nextYear: "Année suivante",
  worldTitle: "Le monde, année par année",
  worldDescription: (title) =>
    `Répartition des niveaux, mouvements, transitions et cartes de tous les pays\u00a0: ${title}.`,
  worldLead: (scorecard) =>
    `Ce que ${scorecard} dit de tous les pays ensemble. Un pays sans note une année donnée ne compte nulle part cette année-là.`,
  mapsAre: (links) => html`Cartes\u00a0: ${links}`,
  firstYearsInReport: "premières années dans le rapport",

  sharesTitle: "Répartition des niveaux par année",
  sharesDescription: "Une colonne par année, divisée selon la part de chaque niveau parmi les pays notés.",
  sharesIn: (year, graded, shares) => `En ${year}, sur ${graded}\u00a0: ${shares}.`,
  tierWithShare: (tier, countries, share) => `${tier} ${countries} (${share})`,
  sharesAxis: "Part des pays notés\u00a0; les nombres comptent les pays",
  sharesCaption: "Pays par niveau et par année, avec leur part parmi les pays notés",
  graded: "Notés",

  moversTitle: "Pays qui ont changé de niveau, par année",
  moversDescription:
    "Une colonne par année\u00a0: les pays en hausse au-dessus de la ligne, les pays en baisse au-dessous.",
  mostMoved: (year, up, down) =>
    `Le plus de mouvements en ${year}\u00a0: ${up} en hausse et ${down} en baisse.`,
  moversCaption: "Pays en hausse, en baisse, inchangés, entrés et sortis, par rapport à l’édition précédente",
  up: "En hausse",
  down: "En baisse",
  same: "Inchangés",
  cameInColumn: "Entrés",
  wentOut: "Sortis",
  whoMoved: "Qui a changé",
  movedThese: (how, countries) => html`${how}\u00a0: ${countries}.`,

  transitionsTitle: "D’une édition à la suivante",
  transitionsLead: (first, last) =>
    `Chaque ligne est un niveau dans une édition, chaque colonne le niveau dans la suivante\u00a0; les parts sont celles de la ligne. Toutes les éditions voisines de ${first} à ${last} sont additionnées, quel qu’ait été le sens des niveaux à l’époque\u00a0: la première édition d’un nouveau niveau y fait entrer beaucoup de pays.`,
  transitionsCaption: "Combien de fois les pays sont passés d’un niveau à un autre",
  toTier: (tier) => `vers ${tier}`,
  toNoTier: "vers aucun niveau",
  noTier: "aucun niveau",
  total: "Total",

  joinedTitle: "Pays selon leur première année dans le rapport",
  joinedDescription: "Une colonne par année\u00a0: les pays entrés dans le rapport.",
  joinedFirst: (countries, year) => `${count(countries, COUNTRIES)} en ${year}.`,
  sameAsMap: "La même chose sur une carte.",
  whichByYear: "Quels pays, par année",
  joinedIn: (year, n, countries) => html`${year} (${n})\u00a0: ${countries}.`,

  criminalizationTitle: "La diffusion de l’incrimination",
  criminalizationDescription:
    "Une colonne par année\u00a0: les pays dont la loi est complète et, au-dessus, ceux dont la loi n’est que partielle.",
  criminalizationBy: (year, full, partial) =>
    `En ${year}\u00a0: ${full} complètement, ${partial} partiellement.`,
  criminalizationAxis: "Pays dont le recueil connaît les lois",
  criminalizationCaption: (n) => `Pays dotés d’une loi, parmi les ${n} dont le recueil connaît les lois`,
  fullCriminalization: "Incrimination complète",
  full: "Complète",
  partialOnly: "Partielle seulement",

  casesAndOthers: "Études de cas et autres pays",
  casesAndOthersLead: (index) =>
    `Moyenne des pays faisant l’objet d’une étude de cas et de tous les autres\u00a0: ${index}. Les pays sans valeur une année donnée sont laissés de côté\u00a0; les premières années portent donc sur moins de pays.`,
  casesAndOthersCaption: "Moyennes par année, avec le nombre de pays",
  others: "Autres",

  maps: "Cartes",
  mapTitle: (scorecard, year) => `${scorecard}\u00a0: niveaux, ${year}`,
  mapDescription: (year) => `Carte du monde des niveaux de ${year}.`,
  mapCounts: (tiers, countries) =>
    `${tiers}, sur ${count(countries, { one: "pays noté", other: "pays notés" })}.`,
  tierWithCount: (tier, countries) => `${tier}\u00a0: ${countries}`,
  asPartOf: (tier, country) => `${tier}, comme partie de\u00a0: ${country}`,
  noTierIn: (year) => `aucun niveau en ${year}`,
  joinedMapTitle: (scorecard) => `${scorecard}\u00a0: première année`,
  joinedMapDescription: "Carte du monde des années d’entrée dans le rapport.",
  spanWithCount: (years, countries) => `${years}\u00a0: ${count(countries, COUNTRIES)}`,
  neverInReport: "jamais dans le rapport, ou inconnu",
  boundaries:
    "Les frontières sont celles de Natural Earth, telles qu’elles existent de fait aujourd’hui\u00a0; elles ne prennent parti dans aucun différend. Les territoires sans note propre, dont les dépendances, sont hachurés. Avant l’existence d’un État, son territoire porte la note de l’État auquel il appartenait. La projection est Equal Earth, qui conserve les surfaces\u00a0; les petits États sont des points. L’Antarctique est omis.",
  firstYears: "premières années",
  allFigures: "toutes les figures",
};

/** French words of the pages that compare countries and weigh hypotheses. */
export const comparing: Partial<typeof comparingEnglish> = {
  pairDescription: (countries, scorecard) => `${countries}, année par année\u00a0: ${scorecard}.`,
  sameGradeIn: ({ same, years }, country, isKin) =>
    `La même note ${same} fois sur ${count(years, { one: "année", other: "années" })} où tous deux en ont une\u00a0: aucun pays${isKin ? " de ses groupes" : ""} n’a partagé plus de notes avec celui-ci\u00a0: ${country}.`,
  chooseOthers: "Choisir d’autres pays.",
  gradesByYear: "Notes par année",
  gradesAndIndexByYear: (index) => `Notes et indice par année\u00a0: ${index}`,
  countryNumber: (number) => `Pays ${number}`,
  choosingNeedsScripts:
    "Choisir des pays nécessite JavaScript\u00a0; les pages ci-dessous et celles des pays s’en passent.",
  pairsAre: (pairs) =>
    html`Chaque pays faisant l’objet d’une étude de cas, et le pays dont les notes ont le plus souvent été les mêmes, parmi tous et parmi ses propres groupes\u00a0: ${pairs}.`,
  sameGradeInAll: "La même note {n} fois sur les {m} années où tous en ont une.",
  chooseSecond: "Choisissez un deuxième pays à comparer.",
  compareCountries: "Comparer des pays",
  titleIn: (title, casebook) => `${title}\u00a0: ${casebook}.`,
  scoresTitle: (y, x) => `${y} et ${x}`,
  scores: "Scores",
  caseColumn: "Étude de cas",

  hypothesesDescription: (n, title) =>
    `${title}\u00a0: ${count(n, { one: "hypothèse pesée", other: "hypothèses pesées" })} au regard des indices.`,
  hypothesesLead:
    "Chacune part d’une probabilité a priori. Un indice multiplie sa cote par le rapport entre sa vraisemblance si l’hypothèse est vraie et sa vraisemblance si elle est fausse. Les indices sont supposés indépendants les uns des autres.",
  priorAndPosterior: (prior, posterior) => html`A priori ${prior}, a posteriori ${posterior}.`,
  notDefined: (reason) => html`non définie\u00a0: ${reason}`,
  noEvidenceYet: "Aucun indice n’est encore pesé.",
  evidenceOn: (id) => `Indices sur ${id}`,
  evidence: "Indice",
  ifTrue: "Si vraie",
  ifFalse: "Si fausse",
  ratio: "Rapport",
  probability: "Probabilité",
  evidenceKinds: {
    hoop: "test du cerceau",
    "smoking-gun": "preuve flagrante",
    "straw-in-the-wind": "fétu de paille dans le vent",
    "doubly-decisive": "doublement décisif",
  },
  byItsNumbers: (stated, meant) => html`${stated}\u00a0; d’après ses chiffres\u00a0: ${meant}`,
  lookedForInVain: (evidence) => html`${evidence} (cherché, non trouvé)`,
  evidenceNotInRecord: (evidence, entry) => `${evidence} (${entry}\u00a0: absent de la chronologie)`,
};
