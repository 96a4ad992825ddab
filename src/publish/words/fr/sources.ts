import { html } from "../../site/html.ts";
import type { sources as english } from "../en/sources.ts";
import { createCount } from "../plural.ts";

const count = createCount("fr");
const SOURCES = { one: "source", other: "sources" };

/** French words of the sources. */
export const sources: Partial<typeof english> = {
  sourcesDescription: (n, title) => `${title}\u00a0: ${count(n, SOURCES)}, avec leurs citations.`,
  sourcesAre: (n) => `${count(n, SOURCES)}, avec l’endroit où chacune est citée.`,
  aboutSource: (title) => `À propos de la source\u00a0: ${title}`,
  aboutLink: "détails",
  aboutThisSource: "À propos de cette source",
  allSources: "Toutes les sources",
  noteInText: (number) => `note ${number}`,
  noteWithoutNumber: "une note",
  rowsOfFile: (path, rows) => html`${path} (${count(rows, { one: "ligne", other: "lignes" })})`,
  notCited: "Non citée.",
  citedInThese: (places) => html`Citée dans\u00a0: ${places}.`,

  whatIsKnown: "Ce que l’on en sait",
  whereCited: "Où elle est citée",
  whatRestsOnIt: "Ce qui repose sur elle",
  id: "Identifiant",
  recordNumber: "Numéro d’enregistrement",
  cableSerial: (serial, year, post) => `n° ${serial} de ${year}, poste ${post}`,
  sent: "Envoi",
  bySerialNumber: (months) => html`${months}, d’après son numéro de série`,
  monthNotKnown: (year, reason) => html`${year}\u00a0; le mois est inconnu\u00a0: ${reason}`,
  monthsFromTo: (from, to) => `de ${from} à ${to}`,
  obtained: "Obtention",
  fromItsAddress: "à son adresse",
  archivedCopy: "Copie archivée",
  text: "Texte",
  readHere: "à lire ici",
  mayBeShown: "Diffusion permise",
  yes: "oui",
  no: "non",
  textOf: (title) => `Texte\u00a0: ${title}`,

  pageNotFound: "Page introuvable",
  nothingAtAddress:
    "Il n’y a rien à cette adresse. Elle a peut-être été mal saisie, ou la page a été déplacée.",
};
