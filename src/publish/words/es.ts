import { type Html, type HtmlValue, html } from "../site/html.ts";
import type { Words } from "./en.ts";
import { analyses } from "./es/analyses.ts";
import { claims } from "./es/claims.ts";
import { countries } from "./es/countries.ts";
import { exploring, searching } from "./es/exploring.ts";
import { figures } from "./es/figures.ts";
import { codebook, methods } from "./es/methods.ts";
import { record } from "./es/record.ts";
import { road } from "./es/road.ts";
import { sharing } from "./es/sharing.ts";
import { sources } from "./es/sources.ts";
import { comparing, world } from "./es/world.ts";
import { createList, createPlural } from "./plural.ts";

const plural = createPlural("es");
const list = createList("es");
const THE_FIGURE = "la figura";

/** Spanish. */
export const es: Partial<Words> = {
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

  skipToContent: "Ir al contenido",
  site: "Sitio",
  cases: "Casos",
  countries: "Países",
  record: "Cronología",
  analyses: "Análisis",
  claims: "Afirmaciones",
  sources: "Fuentes",
  methods: "Métodos",
  titleAndAuthors: (title: HtmlValue, names: HtmlValue): Html =>
    html`${title}${names && html`, por ${names}`}.`,
  editionOf: (date: HtmlValue): Html => html`Edición del ${date}.`,
  licence: (licence: HtmlValue): Html => html`Licencia: ${licence}.`,
  madeWith: "Hecho con Demarche.",
  colours: "Colores",
  coloursOfSystem: "Sistema",
  coloursLight: "Claros",
  coloursDark: "Oscuros",
  keyboard: "Teclado",
  keyBackspace: "Retroceso",
  helpBackspace: "vuelve al lugar que se dejó por un enlace, también desde otra página",
  keyEscape: "Esc",
  helpEscape: "cierra una nota o una figura abierta",
  helpArrows: "otros años, en el control bajo una figura",
  backAt: "De vuelta en",
  figure: "figura",
  openLarge: (label) => `Ampliar ${label ?? THE_FIGURE}`,
  close: "Cerrar",
  yearByYear: "Año por año:",
  yearFacts: "Lo que se sabe del año",
  nothing: "nada",
  entries: "Hechos",

  about: (date) => `hacia ${date}`,
  noDate: "sin fecha",
  changed: (date: HtmlValue): Html => html`modificado el ${date}`,
  howToCite: "Cómo citar",
  citation: ({ names, year, title, part, container, edition, url }) =>
    [
      names.length > 0 ? `${list(names).replace(/\.$/, "")}.` : "",
      year !== undefined ? `${year}.` : "",
      `«${title}».`,
      part === undefined ? "" : `${part.replace(/\.$/, "")}.`,
      `En ${container}${edition === undefined ? "" : `, ${edition}`}.`,
      url !== undefined ? `${url}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  citedEdition: (date) => `edición del ${date}`,
  copy: "Copiar:",
  copied: "Copiado",
  plainText: "Texto",
  citeNamed: (name) => `Citar: ${name}`,
  paragraphNumber: (number) => `párrafo ${number}`,
  paragraphLink: (number) => `Párrafo ${number}: dirección y cita`,
  download: (links: HtmlValue): Html => html`Descargar: ${links}`,
  downloadAs: (label, kind) => `Descargar ${label ?? "el archivo"} en formato ${kind}`,
  countryData: "Datos del país",
  pdfForPrint: "PDF para imprimir",

  languages: "Idiomas",
  contents: "Índice",
  notes: "Notas",
  notesWithoutReference: "Notas sin llamada",
  note: (number) => `Nota ${number}`,
  noteSource: "fuente",
  noteSourceNamed: (title) => `Fuente: ${title}`,
  quotedWords: "pasaje citado",
  quotedWordsIn: (words) => `«${words}» en el texto de la fuente`,
  backToNote: (number, reference) =>
    `Volver a la llamada ${reference === undefined ? "" : `${reference} `}de la nota ${number}`,

  figureNumber: (number) => `Figura ${number}`,
  tableNumber: (number) => `Tabla ${number}`,
  withColon: (label) => `${label}:`,
  exhibitOfCase: (label, title) => `${label} en «${title}»`,
  table: "Tabla",
  descriptionAndData: (label) => `Descripción y datos: ${label ?? THE_FIGURE}`,
  dataOf: (label) => `Datos: ${label ?? THE_FIGURE}`,
  descriptionAndEntries: (label) => `Descripción y hechos: ${label ?? THE_FIGURE}`,
  entriesOf: (label) => `Hechos: ${label ?? THE_FIGURE}`,
  statistics: "estadísticas",
  statistic: "Estadística",
  value: "Valor",
  basis: "Base de cálculo",
  quoted: "citado",
  sourceAsOf: (source: HtmlValue, vintage: string): Html => html`Fuente: ${source}, a fecha de ${vintage}.`,
  gradesOfCountry: (country: HtmlValue, scorecard: HtmlValue): Html => html`${country} en el ${scorecard}`,
  grade: "Calificación",
  source: "Fuente",
  noteColumn: "Observación",
  entry: "Hecho",
  date: "Fecha",
  part: "Parte",
  lane: "Línea",

  testsOfOutcomes: "pruebas de los resultados",
  outcome: "Resultado",
  sequencing: "Secuencia",
  congruence: "Congruencia",
  testimony: "Testimonio",
  noOutcomes: "La cronología no contiene ningún resultado de este país.",
  otherExplanations: (facts: HtmlValue): Html => html`Otras explicaciones: ${facts}.`,
  notFound: (facts: HtmlValue): Html => html`No encontrado: ${facts}.`,
  verdictOf: (by: string, reason: HtmlValue, computed: HtmlValue): Html =>
    html`Veredicto de ${by}: ${reason} Calculado: ${computed}.`,
  gradeOf: (year) => `calificación de ${year}`,

  checkedStatements: "Afirmaciones comprobadas",
  allCheckedStatements: "Todas las afirmaciones comprobadas",
  allCheckedOfCasebook: "Todas las afirmaciones comprobadas de la obra",
  markInText: "Señalarlas en el texto",
  checkThisPage: "Comprobar esta página",
  checkHelp:
    "Vuelve a juzgar cada afirmación y a calcular cada estadística, en este navegador y sin red, con los pocos datos que lleva la página. Las consultas no se repiten: se juzgan las filas que dieron.",
  checkHere: "aquí",
  checkDiffers: "difiere de lo publicado",
  checkSummary: "Repetidas",
  checkSame: "Coinciden",
  checkDisagree: "Difieren",
  checkNotReplayed: "No repetidas",
  checkBroken: "Los datos de esta página no se pueden leer.",
  checkUnclear: "no se pudo preguntar al publicar",
  checkQuoted: "tomado de un impreso, no calculado",
  checkAnalysis: "resultado de un análisis, que la página no vuelve a calcular",
  checkTooManyRows: "su consulta dio demasiadas filas",
  checkedSummary: ({ all, holds, fails, notInRecord }) => {
    const parts = [
      holds > 0 && `${holds} ${plural(holds, { one: "concuerda", other: "concuerdan" })}`,
      fails > 0 && `${fails} ${plural(fails, { one: "los contradice", other: "los contradicen" })}`,
      notInRecord > 0 &&
        `${notInRecord} no ${plural(notInRecord, { one: "figura", other: "figuran" })} en ellos`,
    ].filter((part) => part !== false);
    const statements = plural(all, {
      one: "afirmación de esta página se comparó",
      other: "afirmaciones de esta página se compararon",
    });
    return `${all} ${statements} con los datos: ${parts.join(", ")}.`;
  },
  holds: "concuerda",
  fails: "contradice",
  "not-in-record": "no figura en los datos",
  agreesWithRecord: "Concuerda con los datos",
  contradictsRecord: "Contradice los datos",
  notInRecord: "No figura en los datos",
  accordingTo: (by) => `Según ${by}.`,
  quotation: (words) => `«${words}»`,
  andMore: (count) => `y ${count} más`,

  statement: "Afirmación",
  verdict: "Veredicto",
  howDecided: "Cómo se decidió",
  print: "Para leer e imprimir",
  roadTo: (tier) => `El camino hacia ${tier}`,
  brief: "Ficha de una página (PDF)",
  letterForPrint: "La carta en PDF",
  aboutThisPrint: "Acerca de esta impresión",
  homePicture: (title, scorecard) => `${title}: calificaciones de ${scorecard} por país y año`,
  titlePicture: (title, scorecard) => `${title}: calificaciones de ${scorecard} por año`,
  briefDescription: (country, scorecard) => `${country}: ${scorecard}, en una página`,
  scorecardOf: (scorecard, grader) => `${scorecard}, por ${grader}`,
  lastInRecord: "Últimos hechos de la cronología",
  moreOnCountryPage: (count) => `y ${count} más en la página del país`,
  editionLine: (date) => `Edición del ${date}`,
  signsInMargin: (page) =>
    `Los números al margen son los de las afirmaciones contrastadas con el registro: ✓ se cumple, ✗ no se cumple, ? no consta. La lista empieza en la página ${page}.`,
  arrowsInMargin: "→ indica la página a la que remite la línea.",
  edition: "Edición",
  address: "Dirección",
  licenceTerm: "Licencia",
  dataAsOf: "Datos a fecha de",
  checksum: "Suma de control",
  checksumOf: (hash) => `SHA-256 de los archivos de texto del libro de casos: ${hash}`,
  setWith: "Hecho con",
  setIn: (form) => `Demarche; compuesto con Typst en Source Serif y Source Sans (SIL OFL 1.1), ${form}`,
};
