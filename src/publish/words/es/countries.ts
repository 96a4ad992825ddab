import { html } from "../../site/html.ts";
import type { countries as english } from "../en/countries.ts";
import { createCount } from "../plural.ts";

const count = createCount("es");

/** Spanish words of the home page, the list of countries and the pages of countries. */
export const countries: Partial<typeof english> = {
  caseCount: (n) => count(n, { one: "caso", other: "casos" }),
  countryCount: (n) => count(n, { one: "país", other: "países" }),
  gradeCount: (n) => count(n, { one: "calificación", other: "calificaciones" }),
  sourceCount: (n) => count(n, { one: "fuente", other: "fuentes" }),
  editionOn: (date) => html`Edición del ${date}`,
  noCases: "Esta obra no contiene casos.",
  scorecard: "La evaluación",
  scorecardBy: (name, grader, since) => html`${name}, por ${grader}, desde ${since}.`,
  sinceYear: (year) => `desde ${year}`,
  untilYear: (year) => `hasta ${year}`,
  allYears: "todos los años",
  gradesByCountryAndYear: "Calificaciones por país y año",
  gradesOfScorecard: (scorecard) => `${scorecard}: calificaciones por país y año`,
  allGrades: "todas las calificaciones",
  ofAllCountries: (kind) => `${kind} de todos los países`,

  countriesDescription: (n, title) =>
    `${title}: ${count(n, { one: "país", other: "países" })}, con sus calificaciones.`,
  countriesWithData: (n) => `${count(n, { one: "país", other: "países" })} con datos en esta obra.`,
  compareThem: "Compararlos.",
  seeThemAll: "Verlos todos, año por año y en mapas.",
  seeHypotheses: "Hipótesis sopesadas con los indicios.",
  casesAre: (cases) => html`Casos: ${cases}.`,
  withoutGrade: "Sin calificación",

  countryDescription: (country, title) =>
    `${country} en ${title}: calificaciones, cronología, leyes y gobiernos.`,
  countryInScorecard: (country, scorecard) => `${country}: ${scorecard}`,
  casesOfCountry: (n) => (n === 1 ? "Caso" : "Casos"),
  groups: "Grupos",
  timeline: "Línea de tiempo",
  grades: "Calificaciones",
  statisticsSection: "Estadísticas",
  cycle: "Ciclo",
  testsSection: "Pruebas de los resultados",
  hypotheses: "Hipótesis",
  captionOfCountry: (country, section) => html`${country}: ${section}`,
  tableOfRows: (n) => `Tabla de ${count(n, { one: "fila", other: "filas" })}`,

  law: "Ley",
  level: "Alcance",
  codedFrom: "Codificado a partir de",
  sourceAndNote: "Fuente y observación",
  lawLevels: {
    partial: "tipificación parcial",
    full: "tipificación completa",
    strengthened: "reforzada",
  },
  from: "Desde",
  to: "Hasta",
  inOffice: "en el cargo",
  person: "Persona",
  office: "Cargo",
  grants: "Subvenciones",
  allGrants: "Todas las subvenciones",
  grantsByPurpose: "Subvenciones por finalidad",
  grantsByRecipient: "Subvenciones por beneficiario",
  purpose: "Finalidad",
  purposes: "Finalidades",
  recipient: "Beneficiario",
  amount: "Importe",
  severalPurposes: "Una subvención con varias finalidades cuenta en cada una de ellas.",
  notKnown: "se desconoce",
  withoutAmount: (n) => `sin contar ${count(n, { one: "subvención", other: "subvenciones" })} sin importe`,

  standing: "Puesto y compañía",
  moved: "Movimiento",
  movedUp: "sube",
  movedDown: "baja",
  place: "Puesto",
  placeOf: (place, all) => `${place} de ${all}`,
  sameGradeThatYear: "Misma calificación ese año",
  index: "Índice",
  sinceEntering: "Desde su entrada",
  noOther: "ninguno",
  otherCountries: (n) => count(n, { one: "más", other: "más" }),
  groupMembers: (group, members) => `${group}: ${members}`,
  cameIn: (country, year, isByTier) =>
    `${country} entró en el informe en ${year}${isByTier ? ", según su primera calificación" : ""}.`,
  timeInReport: (year, years, change, aYear) => {
    const changed =
      change === undefined
        ? ""
        : `, en los que el índice varió en ${change}${aYear === undefined ? "" : ` (${aYear} al año)`}`;
    return `En ${year} llevaba ${count(years, { one: "año", other: "años" })}${changed}.`;
  },
  placeIsSpan: "El puesto es el intervalo que comparten todos los países con la misma calificación.",
  nearestIn: (index) => `Los más cercanos: ${index}`,
  nearestAre: (year, value, countries, more) =>
    html`${year}, con ${value}: ${countries}${more > 0 && ` y ${more} más tan cercanos como el último`}.`,
  byComponent: (series) => `${series} por componente`,
  effort: "Esfuerzo, según los cables",
  cablesOnSubject: "Cables sobre el tema",
  cablesAvailable: "Cables disponibles",
  share: "Proporción",
  effortOverall: (about, available, share) =>
    `En todos los años, ${about} de ${available} cables disponibles de las misiones en el país, ${share}. Lo que no está disponible no se cuenta.`,

  limitSpell: (country, tier, years) => `${country}: ${tier} en ${years}.`,
  limitRule: ({ years, since, waivers }, next, source) =>
    html`Un país puede permanecer ahí ${count(years, { one: "año", other: "años" })}, contados desde ${since}${waivers > 0 && `, y hasta ${count(waivers, { one: "año más", other: "años más" })} por exención`}; después pasa a ${next} (${source}).`,
  limitClock: (held, moves, latest) => {
    const counted =
      held === 0
        ? "hasta ahora no cuenta ninguno"
        : `hasta ahora ${held === 1 ? "cuenta" : "cuentan"} ${held}`;
    const last = latest === undefined ? "" : `, o en ${latest} si se conceden todas las exenciones`;
    return `De estos años ${counted}: el cambio corresponde en ${moves}${last}.`;
  },
};
