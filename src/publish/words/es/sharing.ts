import { html } from "../../site/html.ts";
import type { sharing as sharingEnglish } from "../en/sharing.ts";

/** Spanish words of what others may show of the site: figures in frames, the poster. */
export const sharing: Partial<typeof sharingEnglish> = {
  embedNamed: (label) => `Insertar ${label ?? "la figura"}`,
  embedHelp: "Muestra la figura en otra página, con su fuente y un enlace a esta.",
  embedCode: "Código",
  embedSource: (source) => html`Fuente: ${source}`,
  poster: "Cartel",
  posterTitle: (scorecard) => `Niveles de ${scorecard} por país y año: un cartel`,
  posterDescription: (countries, first, last) =>
    `Los niveles de ${countries} países de ${first} a ${last} en una hoja, para imprimir.`,
  posterSubtitle: (countries, grader) => `Niveles de ${countries} países por año, según ${grader}`,
  posterSheet: (sheet) =>
    `Una hoja ${sheet}, en forma vectorial: nítida a cualquier tamaño. Lo mismo está como tabla en la página de los países.`,
  posterLink: "Todos los niveles en una hoja, para imprimir",
};
