import { html } from "../../site/html.ts";
import type { codebook as codebookEnglish, methods as methodsEnglish } from "../en/methods.ts";
import { createCount } from "../plural.ts";

const count = createCount("es");

const AGGREGATIONS = {
  sum: "Suma",
  mean: "Media",
  min: "Valor más bajo",
  max: "Valor más alto",
  first: "Primer valor",
  last: "Último valor",
};

/** Spanish words of the page on methods and data. */
export const methods: Partial<typeof methodsEnglish> = {
  methodsTitle: "Métodos y datos",
  methodsDescription: (title) =>
    `Cómo se hicieron las figuras, las tablas y los veredictos, y los datos para descargar: ${title}.`,
  tiersAre: (tiers) => `Sus niveles, del mejor al peor: ${tiers}.`,
  tierExistsSince: (tier, year) => `${tier} existe desde ${year}.`,
  casebookCovers: (years) => `La obra abarca ${years}.`,
  changesAreCounted:
    "Un cambio de calificación se cuenta entre años calificados consecutivos, por lejos que estén; los años sin calificación se saltan, no se rellenan.",
  statisticQuoted: ({ aggregation, years, unit }) =>
    `${AGGREGATIONS[aggregation]}, ${years}${unit === undefined ? "" : `, en ${unit}`}. Tomado de un impreso, pues la obra no contiene los valores anuales; cada valor está señalado e indica su fuente y su fecha.`,
  statisticComputed: ({ aggregation, years, unit }, from, column) =>
    `${AGGREGATIONS[aggregation]}, ${years}: ${from}${column === undefined ? "" : `, columna ${column}`}${unit === undefined ? "" : `, en ${unit}`}.`,
  absentIsZero: "Los años sin número cuentan como 0.",
  absentIsLeftOut: "Los años sin número quedan fuera.",
  series: "Series",
  aid: "Ayuda",
  takenFromSource: "Tomado de la fuente",
  pinnedTo: "Fijado en",
  years: "Años",
  rows: "Filas",
  columnsOf: (table) => `Columnas: ${table}`,
  column: "Columna",
  label: "Etiqueta",
  unit: "Unidad",
  range: "Rango",
  missingValues: "Valores ausentes",
  missingRule: () =>
    html`Un valor que no está nunca es 0 ni se adivina. Lleva una de estas razones: <em>no figura en el informe</em> (la evaluación no tenía entrada), <em>caso especial</em> (la evaluación trató al país aparte), <em>sin codificar</em> (nadie ha mirado, o la obra no tiene fila), <em>no disponible</em> (buscado y no encontrado), <em>no procede</em>. En los archivos de datos la razón está en una columna propia.`,
  verdictsRule: () =>
    html`Las afirmaciones del texto sobre calificaciones y números calculados se comparan con los datos cada vez que se construye este sitio. Una afirmación <em>concuerda</em> cuando los datos dicen lo mismo, con la precisión impresa; los <em>contradice</em> cuando dicen otra cosa; y <em>no figura en los datos</em> cuando estos no permiten saberlo. Cada caso enumera sus afirmaciones al final, con las filas que decidieron, y una afirmación con nombre tiene una página con su consulta.`,

  statisticalMethods: "Métodos estadísticos",
  statisticalMethodsLead:
    "Los análisis de esta obra se calculan con estos métodos. Las filas con valores ausentes se apartan antes y se cuentan; el orden de las filas nunca importa; una estimación que no existe falta con una razón.",
  formula: "Fórmula",
  needs: "Requisitos",
  howKnownRight: "Cómo se sabe que es correcto",
  toKnowBefore: "Qué saber antes de creer un resultado",
  usedBy: "Lo usan",

  findings: "Hallazgos",
  noFindings: "Las comprobaciones no encontraron nada que señalar en esta edición.",
  findingsAre: (n) =>
    `${count(n, { one: "hallazgo publicado", other: "hallazgos publicados" })} con esta edición.`,
  check: "Comprobación",
  severity: "Gravedad",
  severities: { error: "error", warning: "advertencia", note: "nota" },
  finding: "Hallazgo",
  findingPlace: "Lugar",

  data: "Datos",
  dataLead: (address) =>
    html`El <a href="${address}">paquete de datos</a> contiene todas las tablas en CSV y Parquet, una base SQLite y el diccionario de datos. Los archivos de abajo son para leer: los nombres y las etiquetas están completos.`,
  dataFiles: "Archivos de datos",
  downloadColumn: "Descargar",
  fileAs: (label, kind) => `${label} en formato ${kind}`,
  dataLabels: {
    countries: "Países",
    sources: "Fuentes",
    analyses: "Análisis",
    grades: "Calificaciones",
    laws: "Leyes",
    governments: "Gobiernos",
    grants: "Subvenciones",
    aid: "Ayuda",
    quoted: "Estadísticas citadas",
    entries: "Cronología",
    actors: "Actores",
    claims: "Afirmaciones comprobadas",
  },
  licenceOfCasebook: (licence) => html`Licencia de esta obra: ${licence}.`,
  dataFromElsewhere: "Los datos tomados de otros lugares conservan la licencia de su fuente.",
  noLicence: "Esta obra no declara ninguna licencia.",
};

/** Spanish words of the page of the data package. */
export const codebook: Partial<typeof codebookEnglish> = {
  dataTitle: "Datos y diccionario",
  dataDescription: (title) =>
    `Los datos para descargar, con cada tabla, columna, unidad, código y regla de ausencia: ${title}.`,
  dataOfCasebook: (title) => `Los datos: ${title}.`,
  packageFiles: {
    descriptor: "qué hay en el paquete, para máquinas (Frictionless Data Package, versión 2)",
    database: "todas las tablas en una base SQLite",
    codebook: "este diccionario en Markdown",
    checksums: "sumas de control de todos los archivos, para sha256sum -c",
    cff: "cómo citar los datos, para máquinas",
    bibtex: "lo mismo en BibTeX",
  },
  packageLead: (n) =>
    `${count(n, { one: "tabla", other: "tablas" })}, cada una en CSV y en Parquet, y una base que las reúne. Se hacen a partir de la obra en cada construcción, de modo que dicen lo mismo que las páginas.`,
  codebookAsTable: (links) => html`Este diccionario como tabla: ${links}.`,
  filesForReading: (link) =>
    html`Los archivos para leer, con nombres y etiquetas completos, están en ${link}.`,
  citeAs: (citation) => html`Citar así: ${citation}`,
  tables: "Tablas",
  tableWithRows: (table, name, rows) =>
    html`${table}, ${name}: ${count(rows, { one: "fila", other: "filas" })}`,
  howToAsk: "Cómo preguntar",
  howToAskLead:
    "Lo que una afirmación pregunta a la obra, cualquiera puede preguntarlo a estos archivos, con las mismas palabras.",
  examples: "Ejemplos",
  missingAndKeys: "Valores ausentes y claves",
  rowCount: (rows) => `${count(rows, { one: "fila", other: "filas" })}.`,
  keyIs: (columns) => html`Clave: ${columns}.`,
  columnType: "Tipo",
  whatItSays: "Contenido",
  missingColumn: "Ausencia",
  refersTo: (description, table) => html`${description}; remite a ${table}`,
  codesOf: (columns, codes) => html`Códigos de ${columns}: ${codes}.`,
};
