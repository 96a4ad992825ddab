import { html } from "../../site/html.ts";
import type { comparing as comparingEnglish, world as worldEnglish } from "../en/world.ts";
import { createCount } from "../plural.ts";

const count = createCount("es");
const COUNTRIES = { one: "país", other: "países" };

/** Spanish words of the pages about all countries. */
export const world: Partial<typeof worldEnglish> = {
  play: "Reproducir",
  pause: "Pausa",
  nextYear: "Año siguiente",
  worldTitle: "El mundo, año por año",
  worldDescription: (title) =>
    `Reparto de los niveles, movimientos, transiciones y mapas de todos los países: ${title}.`,
  worldLead: (scorecard) =>
    `Lo que ${scorecard} dice de todos los países en conjunto. Un país sin nivel en un año no cuenta en ese año.`,
  mapsAre: (links) => html`Mapas: ${links}`,
  firstYearsInReport: "primeros años en el informe",

  sharesTitle: "Reparto de los niveles por año",
  sharesDescription:
    "Una columna por año, dividida según la proporción de cada nivel entre los países calificados.",
  sharesIn: (year, graded, shares) => `En ${year}, de ${graded}: ${shares}.`,
  tierWithShare: (tier, countries, share) => `${tier} ${countries} (${share})`,
  sharesAxis: "Proporción de los países calificados; los números cuentan países",
  sharesCaption: "Países por nivel y año, con su proporción entre los calificados",
  graded: "Calificados",

  moversTitle: "Países que cambiaron de nivel, por año",
  moversDescription: "Una columna por año: los países que subieron sobre la línea, los que bajaron, debajo.",
  mostMoved: (year, up, down) => `El año con más movimientos fue ${year}: ${up} subieron y ${down} bajaron.`,
  moversCaption:
    "Países que subieron, bajaron, siguieron igual, entraron y salieron, respecto a la edición anterior",
  up: "Suben",
  down: "Bajan",
  same: "Igual",
  cameInColumn: "Entran",
  wentOut: "Salen",
  whoMoved: "Quiénes cambiaron",
  movedThese: (how, countries) => html`${how}: ${countries}.`,

  transitionsTitle: "De una edición a la siguiente",
  transitionsLead: (first, last) =>
    `Cada fila es un nivel en una edición, cada columna el nivel en la siguiente; las proporciones son de la fila. Se suman todas las ediciones contiguas de ${first} a ${last}, sea cual fuere el sentido de los niveles en cada momento: la primera edición de un nivel nuevo atrae a muchos países.`,
  transitionsCaption: "Cuántas veces pasaron los países de un nivel a otro",
  toTier: (tier) => `a ${tier}`,
  toNoTier: "a ningún nivel",
  noTier: "ningún nivel",
  total: "Total",

  joinedTitle: "Países por su primer año en el informe",
  joinedDescription: "Una columna por año: los países que entraron en el informe.",
  joinedFirst: (countries, year) => `${count(countries, COUNTRIES)} en ${year}.`,
  sameAsMap: "Lo mismo en un mapa.",
  whichByYear: "Qué países, por año",
  joinedIn: (year, n, countries) => html`${year} (${n}): ${countries}.`,

  criminalizationTitle: "La extensión de la tipificación",
  criminalizationDescription:
    "Una columna por año: los países con una ley completa y, encima, los que solo tienen una parcial.",
  criminalizationBy: (year, full, partial) => `En ${year}: ${full} completa, ${partial} parcial.`,
  criminalizationAxis: "Países cuyas leyes conoce la obra",
  criminalizationCaption: (n) => `Países con una ley, de los ${n} cuyas leyes conoce la obra`,
  fullCriminalization: "Tipificación completa",
  full: "Completa",
  partialOnly: "Solo parcial",

  casesAndOthers: "Casos y demás países",
  casesAndOthersLead: (index) =>
    `Media de los países con un caso y de todos los demás: ${index}. Los países sin valor en un año quedan fuera, de modo que los primeros años se refieren a menos países.`,
  casesAndOthersCaption: "Medias por año, con el número de países",
  others: "Demás",

  maps: "Mapas",
  mapTitle: (scorecard, year) => `${scorecard}: niveles, ${year}`,
  mapDescription: (year) => `Mapa mundial de los niveles de ${year}.`,
  mapCounts: (tiers, countries) =>
    `${tiers}, de ${count(countries, { one: "país calificado", other: "países calificados" })}.`,
  tierWithCount: (tier, countries) => `${tier}: ${countries}`,
  asPartOf: (tier, country) => `${tier}, como parte de ${country}`,
  noTierIn: (year) => `sin nivel en ${year}`,
  joinedMapTitle: (scorecard) => `${scorecard}: primer año`,
  joinedMapDescription: "Mapa mundial de los años en que los países entraron en el informe.",
  spanWithCount: (years, countries) => `${years}: ${count(countries, COUNTRIES)}`,
  neverInReport: "nunca en el informe, o se desconoce",
  boundaries:
    "Las fronteras son las de Natural Earth, tal como existen hoy de hecho; no toman posición en ninguna disputa. Los territorios sin calificación propia, entre ellos las dependencias, están rayados. Antes de que existiera un Estado, su territorio lleva la calificación del Estado al que pertenecía. La proyección es Equal Earth, que conserva las superficies; los Estados pequeños son puntos. Se omite la Antártida.",
  firstYears: "primeros años",
  allFigures: "todas las figuras",
};

/** Spanish words of the pages that compare countries and weigh hypotheses. */
export const comparing: Partial<typeof comparingEnglish> = {
  pairDescription: (countries, scorecard) => `${countries}, año por año: ${scorecard}.`,
  sameGradeIn: ({ same, years }, country, isKin) =>
    `La misma calificación en ${same} de ${count(years, { one: "año", other: "años" })} en que ambos tienen una: ningún país${isKin ? " de sus grupos" : ""} compartió más calificaciones con ${country}.`,
  chooseOthers: "Elegir otros países.",
  gradesByYear: "Calificaciones por año",
  gradesAndIndexByYear: (index) => `Calificaciones e índice por año: ${index}`,
  countryNumber: (number) => `País ${number}`,
  choosingNeedsScripts: "Elegir países necesita JavaScript; las páginas de abajo y las de los países, no.",
  pairsAre: (pairs) =>
    html`Cada país con un caso y el país cuyas calificaciones fueron más a menudo las mismas, entre todos y entre sus propios grupos: ${pairs}.`,
  sameGradeInAll: "La misma calificación en {n} de los {m} años en que todos tienen una.",
  chooseSecond: "Elija un segundo país para comparar.",
  compareCountries: "Comparar países",
  titleIn: (title, casebook) => `${title}: ${casebook}.`,
  scoresTitle: (y, x) => `${y} y ${x}`,
  scores: "Puntuaciones",
  caseColumn: "Caso",

  hypothesesDescription: (n, title) =>
    `${title}: ${count(n, { one: "hipótesis sopesada", other: "hipótesis sopesadas" })} con los indicios.`,
  hypothesesLead:
    "Cada una parte de una probabilidad a priori. Un indicio multiplica sus momios por cuánto más probable es el indicio si la hipótesis es verdadera que si es falsa. Los indicios se toman como independientes entre sí.",
  priorAndPosterior: (prior, posterior) => html`A priori ${prior}, a posteriori ${posterior}.`,
  notDefined: (reason) => html`no definida: ${reason}`,
  noEvidenceYet: "Todavía no se ha sopesado ningún indicio.",
  evidenceOn: (id) => `Indicios sobre ${id}`,
  evidence: "Indicio",
  ifTrue: "Si es verdadera",
  ifFalse: "Si es falsa",
  ratio: "Razón",
  probability: "Probabilidad",
  evidenceKinds: {
    hoop: "prueba del aro",
    "smoking-gun": "pistola humeante",
    "straw-in-the-wind": "paja en el viento",
    "doubly-decisive": "doblemente decisiva",
  },
  byItsNumbers: (stated, meant) => html`${stated}; por sus números, ${meant}`,
  lookedForInVain: (evidence) => html`${evidence} (buscado, no encontrado)`,
  evidenceNotInRecord: (evidence, entry) => `${evidence} (${entry}: no figura en la cronología)`,
};
