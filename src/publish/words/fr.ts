import { type Html, type HtmlValue, html } from "../site/html.ts";
import type { Words } from "./en.ts";
import { analyses } from "./fr/analyses.ts";
import { claims } from "./fr/claims.ts";
import { countries } from "./fr/countries.ts";
import { exploring, searching } from "./fr/exploring.ts";
import { figures } from "./fr/figures.ts";
import { codebook, methods } from "./fr/methods.ts";
import { record } from "./fr/record.ts";
import { road } from "./fr/road.ts";
import { sharing } from "./fr/sharing.ts";
import { sources } from "./fr/sources.ts";
import { comparing, world } from "./fr/world.ts";
import { createList, createPlural } from "./plural.ts";

const plural = createPlural("fr");
const list = createList("fr");
const THE_FIGURE = "la figure";

/** French. A no-break space stands before a colon and inside quotation marks. */
export const fr: Partial<Words> = {
  ...figures,
  ...exploring,
  ...searching,
  ...countries,
  ...record,
  ...claims,
  ...world,
  ...comparing,
  ...methods,
  ...codebook,
  ...analyses,
  ...road,
  ...sharing,
  ...sources,

  skipToContent: "Aller au contenu",
  site: "Site",
  cases: "Études de cas",
  countries: "Pays",
  record: "Chronologie",
  analyses: "Analyses",
  claims: "Affirmations",
  sources: "Sources",
  methods: "Méthodes",
  titleAndAuthors: (title: HtmlValue, names: HtmlValue): Html =>
    html`${title}${names && html`, par ${names}`}.`,
  editionOf: (date: HtmlValue): Html => html`Édition du ${date}.`,
  licence: (licence: HtmlValue): Html => html`Licence\u00a0: ${licence}.`,
  madeWith: "Réalisé avec Demarche.",
  colours: "Couleurs",
  coloursOfSystem: "Système",
  coloursLight: "Claires",
  coloursDark: "Sombres",
  keyboard: "Clavier",
  keyBackspace: "Retour arrière",
  helpBackspace: "revient à l’endroit quitté par un lien, même d’une autre page",
  keyEscape: "Échap",
  helpEscape: "ferme une note ou une figure ouverte",
  helpArrows: "d’autres années, sur le curseur sous une figure",
  backAt: "De retour à",
  figure: "figure",
  openLarge: (label) => `Agrandir ${label ?? THE_FIGURE}`,
  close: "Fermer",
  yearByYear: "Année par année\u00a0:",
  yearFacts: "Ce que l’on sait de l’année",
  nothing: "rien",
  entries: "Faits",

  about: (date) => `vers ${date}`,
  noDate: "sans date",
  changed: (date: HtmlValue): Html => html`modifié le ${date}`,
  howToCite: "Comment citer",
  citation: ({ names, year, title, part, container, edition, url }) =>
    [
      names.length > 0 ? `${list(names).replace(/\.$/, "")}.` : "",
      year !== undefined ? `${year}.` : "",
      `«\u00a0${title}\u00a0».`,
      part === undefined ? "" : `${part.replace(/\.$/, "")}.`,
      `Dans ${container}${edition === undefined ? "" : `, ${edition}`}.`,
      url !== undefined ? `${url}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  citedEdition: (date) => `édition du ${date}`,
  copy: "Copier\u00a0:",
  copied: "Copié",
  plainText: "Texte",
  citeNamed: (name) => `Citer\u00a0: ${name}`,
  paragraphNumber: (number) => `paragraphe ${number}`,
  paragraphLink: (number) => `Paragraphe ${number}\u00a0: adresse et référence`,
  download: (links: HtmlValue): Html => html`Télécharger\u00a0: ${links}`,
  downloadAs: (label, kind) => `Télécharger ${label ?? "le fichier"} au format ${kind}`,
  countryData: "Données du pays",
  pdfForPrint: "PDF à imprimer",

  languages: "Langues",
  contents: "Sommaire",
  notes: "Notes",
  notesWithoutReference: "Notes sans appel",
  note: (number) => `Note ${number}`,
  noteSource: "source",
  noteSourceNamed: (title) => `Source\u00a0: ${title}`,
  quotedWords: "passage cité",
  quotedWordsIn: (words) => `«\u00a0${words}\u00a0» dans le texte de la source`,
  backToNote: (number, reference) =>
    `Retour à ${reference === undefined ? "l’appel" : `l’appel ${reference}`} de la note ${number}`,

  figureNumber: (number) => `Figure ${number}`,
  tableNumber: (number) => `Tableau ${number}`,
  withColon: (label) => `${label}\u00a0:`,
  exhibitOfCase: (label, title) => `${label} dans «\u00a0${title}\u00a0»`,
  table: "Tableau",
  descriptionAndData: (label) => `Description et données\u00a0: ${label ?? THE_FIGURE}`,
  dataOf: (label) => `Données\u00a0: ${label ?? THE_FIGURE}`,
  descriptionAndEntries: (label) => `Description et événements\u00a0: ${label ?? THE_FIGURE}`,
  entriesOf: (label) => `Événements\u00a0: ${label ?? THE_FIGURE}`,
  statistics: "statistiques",
  statistic: "Statistique",
  value: "Valeur",
  basis: "Base de calcul",
  quoted: "cité",
  sourceAsOf: (source: HtmlValue, vintage: string): Html =>
    html`Source\u00a0: ${source}, état du ${vintage}.`,
  gradesOfCountry: (country: HtmlValue, scorecard: HtmlValue): Html => html`${country} dans le ${scorecard}`,
  grade: "Note",
  source: "Source",
  noteColumn: "Remarque",
  entry: "Événement",
  date: "Date",
  part: "Partie",
  lane: "Ligne",

  testsOfOutcomes: "tests des résultats",
  outcome: "Résultat",
  sequencing: "Enchaînement",
  congruence: "Congruence",
  testimony: "Témoignage",
  noOutcomes: "La chronologie ne contient aucun résultat pour ce pays.",
  otherExplanations: (facts: HtmlValue): Html => html`Autres explications\u00a0: ${facts}.`,
  notFound: (facts: HtmlValue): Html => html`Non trouvé\u00a0: ${facts}.`,
  verdictOf: (by: string, reason: HtmlValue, computed: HtmlValue): Html =>
    html`Verdict de ${by}\u00a0: ${reason} Calculé\u00a0: ${computed}.`,
  gradeOf: (year) => `note de ${year}`,

  checkedStatements: "Affirmations vérifiées",
  allCheckedStatements: "Toutes les affirmations vérifiées",
  allCheckedOfCasebook: "Toutes les affirmations vérifiées du recueil",
  markInText: "Les signaler dans le texte",
  checkThisPage: "Vérifier cette page",
  checkHelp:
    "Réévalue chaque affirmation et recalcule chaque statistique, dans ce navigateur et sans réseau, à partir des quelques données que porte la page. Les requêtes ne sont pas relancées\u00a0: leurs lignes sont réévaluées.",
  checkHere: "ici",
  checkDiffers: "diffère de ce qui est publié",
  checkSummary: "Refaits",
  checkSame: "Concordent",
  checkDisagree: "Diffèrent",
  checkNotReplayed: "Non refaits",
  checkBroken: "Les données de cette page sont illisibles.",
  checkUnclear: "n’a pu être posée à la publication",
  checkQuoted: "repris d’un imprimé, non calculé",
  checkAnalysis: "résultat d’une analyse, que la page ne recalcule pas",
  checkTooManyRows: "sa requête a donné trop de lignes",
  checkedSummary: ({ all, holds, fails, notInRecord }) => {
    const parts = [
      holds > 0 && `${holds} ${plural(holds, { one: "est exacte", other: "sont exactes" })}`,
      fails > 0 && `${fails} ${plural(fails, { one: "est contredite", other: "sont contredites" })}`,
      notInRecord > 0 &&
        `${notInRecord} n’y ${plural(notInRecord, { one: "figure", other: "figurent" })} pas`,
    ].filter((part) => part !== false);
    const statements = plural(all, {
      one: "affirmation de cette page a été confrontée",
      other: "affirmations de cette page ont été confrontées",
    });
    return `${all} ${statements} aux données\u00a0: ${parts.join(", ")}.`;
  },
  holds: "exacte",
  fails: "contredite",
  "not-in-record": "absente des données",
  agreesWithRecord: "Conforme aux données",
  contradictsRecord: "Contredite par les données",
  notInRecord: "Absente des données",
  accordingTo: (by) => `D’après ${by}.`,
  quotation: (words) => `«\u00a0${words}\u00a0»`,
  andMore: (count) => `et ${count} ${plural(count, { one: "autre", other: "autres" })}`,

  statement: "Énoncé",
  verdict: "Verdict",
  howDecided: "Comment il a été établi",
  print: "À lire et imprimer",
  roadTo: (tier) => `Le chemin vers ${tier}`,
  brief: "Fiche d’une page (PDF)",
  letterForPrint: "La lettre en PDF",
  aboutThisPrint: "À propos de cette impression",
  homePicture: (title, scorecard) => `${title}\u00a0: notes de ${scorecard} par pays et par année`,
  titlePicture: (title, scorecard) => `${title}\u00a0: notes de ${scorecard} par année`,
  claimPicture: (statement, answer) => `${statement}\u00a0: ${answer}`,
  briefDescription: (country, scorecard) => `${country}\u00a0: ${scorecard}, en une page`,
  scorecardOf: (scorecard, grader) => `${scorecard}, par ${grader}`,
  lastInRecord: "Derniers faits de la chronologie",
  moreOnCountryPage: (count) =>
    `et ${count} ${plural(count, { one: "autre", other: "autres" })} sur la page du pays`,
  editionLine: (date) => `Édition du ${date}`,
  signsInMargin: (page) =>
    `Les numéros en marge sont ceux des énoncés confrontés aux données : ✓ exact, ✗ contredit, ? absent des données. La liste commence page ${page}.`,
  arrowsInMargin: "→ indique la page à laquelle la ligne renvoie.",
  edition: "Édition",
  address: "Adresse",
  licenceTerm: "Licence",
  dataAsOf: "Données au",
  checksum: "Empreinte",
  checksumOf: (hash) => `SHA-256 des fichiers texte du recueil : ${hash}`,
  setWith: "Réalisé avec",
  setIn: (form) => `Demarche ; composé avec Typst en Source Serif et Source Sans (SIL OFL 1.1), ${form}`,
};
