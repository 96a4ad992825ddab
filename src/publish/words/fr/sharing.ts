import { html } from "../../site/html.ts";
import type { sharing as sharingEnglish } from "../en/sharing.ts";

/** French words of what others may show of the site: figures in frames, the poster. */
export const sharing: Partial<typeof sharingEnglish> = {
  embedNamed: (label) => `Intégrer ${label ?? "la figure"}`,
  embedHelp: "Montre la figure sur une autre page, avec sa source et un lien vers celle-ci.",
  embedCode: "Code",
  embedSource: (source) => html`Source\u00a0: ${source}`,
  poster: "Affiche",
  posterTitle: (scorecard) => `Niveaux du ${scorecard} par pays et par année\u00a0: une affiche`,
  posterDescription: (countries, first, last) =>
    `Les niveaux de ${countries} pays de ${first} à ${last} sur une feuille, à imprimer.`,
  posterSubtitle: (countries, grader) => `Niveaux de ${countries} pays par année, selon ${grader}`,
  posterSheet: (sheet) =>
    `Une feuille ${sheet}, vectorielle\u00a0: nette à toute taille. Le même contenu se lit en tableau sur la page des pays.`,
  posterLink: "Tous les niveaux sur une feuille, à imprimer",
};
