import { html } from "../../site/html.ts";
import type { codebook as codebookEnglish, methods as methodsEnglish } from "../en/methods.ts";
import { createCount } from "../plural.ts";

const count = createCount("fr");

const AGGREGATIONS = {
  sum: "Somme",
  mean: "Moyenne",
  min: "Valeur la plus basse",
  max: "Valeur la plus haute",
  first: "Première valeur",
  last: "Dernière valeur",
};

/** French words of the page on methods and data. */
export const methods: Partial<typeof methodsEnglish> = {
  methodsTitle: "Méthodes et données",
  methodsDescription: (title) =>
    `Comment les figures, les tableaux et les verdicts ont été établis, et les données à télécharger\u00a0: ${title}.`,
  tiersAre: (tiers) => `Ses niveaux, du meilleur au moins bon\u00a0: ${tiers}.`,
  tierExistsSince: (tier, year) => `${tier} existe depuis ${year}.`,
  casebookCovers: (years) => `Le recueil couvre ${years}.`,
  changesAreCounted:
    "Un changement de note est compté entre deux années notées consécutives, quel que soit leur écart\u00a0; les années sans note sont passées, non comblées.",
  statisticQuoted: ({ aggregation, years, unit }) =>
    `${AGGREGATIONS[aggregation]}, ${years}${unit === undefined ? "" : `, en ${unit}`}. Repris d’un imprimé, car le recueil ne contient pas les valeurs annuelles\u00a0; chaque valeur est signalée et indique sa source et sa date.`,
  statisticComputed: ({ aggregation, years, unit }, from, column) =>
    `${AGGREGATIONS[aggregation]}, ${years}\u00a0: ${from}${column === undefined ? "" : `, colonne ${column}`}${unit === undefined ? "" : `, en ${unit}`}.`,
  absentIsZero: "Les années sans valeur comptent pour 0.",
  absentIsLeftOut: "Les années sans valeur sont laissées de côté.",
  series: "Séries",
  aid: "Aide",
  takenFromSource: "Relevé à la source",
  pinnedTo: "Fixé à",
  years: "Années",
  rows: "Lignes",
  columnsOf: (table) => `Colonnes\u00a0: ${table}`,
  column: "Colonne",
  label: "Libellé",
  unit: "Unité",
  range: "Étendue",
  missingValues: "Valeurs manquantes",
  missingRule: () =>
    html`Une valeur absente n’est jamais 0 et jamais devinée. Elle porte l’une de ces raisons\u00a0: <em>absent du rapport</em> (l’évaluation n’avait pas d’entrée), <em>cas particulier</em> (l’évaluation a traité le pays à part), <em>non codé</em> (personne n’a cherché, ou le recueil n’a pas de ligne), <em>non disponible</em> (cherché et non trouvé), <em>sans objet</em>. Dans les fichiers de données, la raison figure dans une colonne à part.`,
  verdictsRule: () =>
    html`Les affirmations du texte sur les notes et les nombres calculés sont confrontées aux données à chaque construction de ce site. Une affirmation est <em>exacte</em> quand les données disent la même chose, à la précision imprimée\u00a0; elle est <em>contredite</em> quand elles disent autre chose\u00a0; elle est <em>absente des données</em> quand elles ne permettent pas de le dire. Chaque étude de cas énumère ses affirmations à la fin, avec les lignes qui ont décidé, et une affirmation nommée a une page avec sa requête.`,

  statisticalMethods: "Méthodes statistiques",
  statisticalMethodsLead:
    "Les analyses de ce recueil sont calculées par ces méthodes. Les lignes à valeurs manquantes sont d’abord écartées et comptées\u00a0; l’ordre des lignes n’importe jamais\u00a0; une estimation qui n’existe pas manque avec une raison.",
  formula: "Formule",
  needs: "Conditions",
  howKnownRight: "Comment on sait qu’elle est juste",
  toKnowBefore: "À savoir avant de croire un résultat",
  usedBy: "Employée par",

  findings: "Constats",
  noFindings: "Les contrôles n’ont rien trouvé à signaler dans cette édition.",
  findingsAre: (n) => `${count(n, { one: "constat publié", other: "constats publiés" })} avec cette édition.`,
  check: "Contrôle",
  severity: "Gravité",
  severities: { error: "erreur", warning: "avertissement", note: "remarque" },
  finding: "Constat",
  findingPlace: "Emplacement",

  data: "Données",
  dataLead: (address) =>
    html`Le <a href="${address}">paquet de données</a> contient tous les tableaux en CSV et Parquet, une base SQLite et le dictionnaire des données. Les fichiers ci-dessous sont faits pour être lus\u00a0: noms et libellés y figurent en toutes lettres.`,
  dataFiles: "Fichiers de données",
  downloadColumn: "Télécharger",
  fileAs: (label, kind) => `${label} au format ${kind}`,
  dataLabels: {
    countries: "Pays",
    sources: "Sources",
    analyses: "Analyses",
    grades: "Notes",
    laws: "Lois",
    governments: "Gouvernements",
    grants: "Subventions",
    aid: "Aide",
    quoted: "Statistiques citées",
    entries: "Chronologie",
    actors: "Acteurs",
    claims: "Affirmations vérifiées",
  },
  licenceOfCasebook: (licence) => html`Licence de ce recueil\u00a0: ${licence}.`,
  dataFromElsewhere: "Les données reprises d’ailleurs gardent la licence de leur source.",
  noLicence: "Ce recueil ne déclare aucune licence.",
};

/** French words of the page of the data package. */
export const codebook: Partial<typeof codebookEnglish> = {
  dataTitle: "Données et dictionnaire",
  dataDescription: (title) =>
    `Les données à télécharger, avec chaque tableau, colonne, unité, code et règle d’absence\u00a0: ${title}.`,
  dataOfCasebook: (title) => `Les données\u00a0: ${title}.`,
  packageFiles: {
    descriptor: "ce que contient le paquet, pour les machines (Frictionless Data Package, version 2)",
    database: "tous les tableaux dans une base SQLite",
    codebook: "ce dictionnaire en Markdown",
    checksums: "les empreintes de tous les fichiers, pour sha256sum -c",
    cff: "comment citer les données, pour les machines",
    bibtex: "la même chose en BibTeX",
  },
  packageLead: (n) =>
    `${count(n, { one: "tableau", other: "tableaux" })}, chacun en CSV et en Parquet, et une base qui les réunit. Ils sont faits à partir du recueil à chaque construction, de sorte qu’ils disent la même chose que les pages.`,
  codebookAsTable: (links) => html`Ce dictionnaire sous forme de tableau\u00a0: ${links}.`,
  filesForReading: (link) =>
    html`Les fichiers à lire, avec noms et libellés en toutes lettres, sont énumérés sous ${link}.`,
  citeAs: (citation) => html`Citer ainsi\u00a0: ${citation}`,
  tables: "Tableaux",
  tableWithRows: (table, name, rows) =>
    html`${table}, ${name}\u00a0: ${count(rows, { one: "ligne", other: "lignes" })}`,
  howToAsk: "Comment interroger",
  howToAskLead:
    "Ce qu’une affirmation demande au recueil, chacun peut le demander à ces fichiers, dans les mêmes termes.",
  examples: "Exemples",
  missingAndKeys: "Valeurs manquantes et clés",
  rowCount: (rows) => `${count(rows, { one: "ligne", other: "lignes" })}.`,
  keyIs: (columns) => html`Clé\u00a0: ${columns}.`,
  columnType: "Type",
  whatItSays: "Contenu",
  missingColumn: "Absence",
  refersTo: (description, table) => html`${description}\u00a0; renvoie à ${table}`,
  codesOf: (columns, codes) => html`Codes de ${columns}\u00a0: ${codes}.`,
};
