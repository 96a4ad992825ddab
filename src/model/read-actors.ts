import type { Position, Source } from "../base/source.ts";
import { readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import { ACTOR_KINDS, type Actor } from "./entry.ts";
import { createRowReader, type RowReader } from "./read-cells.ts";

/** An actor of `actors.csv`. */
export interface DeclaredActor extends Actor {
  /** Other words for the same one, as entries write them. */
  readonly aliases: readonly string[];
  readonly at: Position;
}

/** The declared actors with a look-up by any of their names. */
export interface ActorBook {
  /** By id, in file order. */
  readonly actors: ReadonlyMap<string, DeclaredActor>;
  /** Returns those that an id, alias, person or role may mean; ids and aliases go before the rest. */
  find(words: string): readonly DeclaredActor[];
}

const COLUMNS = {
  required: ["id", "kind"],
  optional: ["person", "role", "organisation", "country", "aliases"],
};

/** Reads `actors.csv`; ids and aliases that mean two actors are reported, and the first one counts. */
export function readActors(source: Source | undefined, report: Report): ActorBook {
  const actors = new Map<string, DeclaredActor>();
  const names = new Map<string, DeclaredActor>();
  const roles = new Map<string, DeclaredActor[]>();
  for (const cells of source ? readRows(source, report) : []) {
    const id = cells.needed("id");
    const kind = cells.oneOf("kind", ACTOR_KINDS);
    if (id === undefined || kind === undefined) continue;
    const actor: DeclaredActor = {
      id,
      kind,
      ...optional("person", cells.text("person")),
      ...optional("role", cells.text("role")),
      ...optional("organisation", cells.text("organisation")),
      ...optional("country", cells.text("country")),
      aliases: cells.list("aliases"),
      at: cells.at("id"),
    };
    claimNames(actor, names, cells.at("aliases"), report);
    if (!actors.has(id)) actors.set(id, actor);
    for (const name of new Set([actor.person, actor.role])) {
      if (name !== undefined)
        roles.set(name.toLowerCase(), [...(roles.get(name.toLowerCase()) ?? []), actor]);
    }
  }
  return {
    actors,
    find: (words) => {
      const named = names.get(words.toLowerCase());
      return named ? [named] : (roles.get(words.toLowerCase()) ?? []);
    },
  };
}

function readRows(source: Source, report: Report): RowReader[] {
  const table = readCsv(source, COLUMNS, report);
  if (!COLUMNS.required.every((name) => table.header.includes(name))) return [];
  return table.rows.map((row) => createRowReader(table, row, report));
}

function claimNames(
  actor: DeclaredActor,
  names: Map<string, DeclaredActor>,
  aliasesAt: Position,
  report: Report,
): void {
  for (const name of [actor.id, ...actor.aliases]) {
    const twin = names.get(name.toLowerCase());
    if (!twin) {
      names.set(name.toLowerCase(), actor);
      continue;
    }
    if (twin === actor) continue;
    report("actor/duplicate", {
      message: `\`${name}\` already means the actor \`${twin.id}\`.`,
      at: name === actor.id ? actor.at : aliasesAt,
      hint: "Give every actor an id and aliases of its own; one person needs one row.",
      related: [{ message: "The first one is here.", at: twin.at }],
    });
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

/** Returns an actor's name for a reader: "Hiroki Matsui, deputy director, Ministry of Foreign Affairs". */
export function formatActor({ id, person, role, organisation }: Actor): string {
  const parts = [person, role, organisation].filter((part) => part !== undefined);
  return parts.length === 0 ? id : parts.join(", ");
}
