import { html } from "../../site/html.ts";
import type { sources as english } from "../en/sources.ts";
import { createCount } from "../plural.ts";

const count = createCount("es");
const SOURCES = { one: "fuente", other: "fuentes" };

/** Spanish words of the sources. */
export const sources: Partial<typeof english> = {
  sourcesDescription: (n, title) => `${title}: ${count(n, SOURCES)}, con dónde se cita cada una.`,
  sourcesAre: (n) => `${count(n, SOURCES)}, con dónde se cita cada una.`,
  aboutSource: (title) => `Acerca de la fuente: ${title}`,
  aboutLink: "detalles",
  aboutThisSource: "Acerca de esta fuente",
  allSources: "Todas las fuentes",
  noteInText: (number) => `nota ${number}`,
  noteWithoutNumber: "una nota",
  rowsOfFile: (path, rows) => html`${path} (${count(rows, { one: "fila", other: "filas" })})`,
  notCited: "No se cita.",
  citedInThese: (places) => html`Citada en: ${places}.`,

  whatIsKnown: "Lo que se sabe de ella",
  whereCited: "Dónde se cita",
  whatRestsOnIt: "Lo que se apoya en ella",
  id: "Identificador",
  recordNumber: "Número de registro",
  cableSerial: (serial, year, post) => `n.º ${serial} de ${year}, misión ${post}`,
  sent: "Enviado",
  bySerialNumber: (months) => html`${months}, según su número de serie`,
  monthNotKnown: (year, reason) => html`${year}; se desconoce el mes: ${reason}`,
  monthsFromTo: (from, to) => `de ${from} a ${to}`,
  obtained: "Obtenida",
  fromItsAddress: "de su dirección",
  archivedCopy: "Copia archivada",
  text: "Texto",
  readHere: "leerlo aquí",
  mayBeShown: "Se puede mostrar",
  yes: "sí",
  no: "no",
  textOf: (title) => `Texto: ${title}`,

  pageNotFound: "Página no encontrada",
  nothingAtAddress:
    "No hay nada en esta dirección. Puede que esté mal escrita o que la página se haya trasladado.",
};
