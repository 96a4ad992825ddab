import { describe, expect, it } from "vitest";
import { createSource, positionOfFile } from "../base/source.ts";
import type { BibliographicSource } from "../model/bibliography.ts";
import { formatNote, type NoteCitation } from "./chicago.ts";

const at = positionOfFile(createSource("sources.json", ""));

function source(more: Partial<BibliographicSource> & { type: string }): BibliographicSource {
  return { id: "a", authors: [], at, ...more };
}

/** A note as text, italics between asterisks. */
function note(...citations: readonly (Partial<NoteCitation> & { source: BibliographicSource })[]): string {
  return formatNote(citations.map((one) => ({ isShort: false, ...one })))
    .map(({ text, isItalic }) => (isItalic ? `*${text}*` : text))
    .join("");
}

const THESIS = source({
  type: "thesis",
  title:
    "Human Trafficking in Japan: Legislative Policy, Implications for Migration, and Cultural Relativism",
  authors: [{ family: "Capobianco", given: "Paul" }],
  genre: "MA diss.",
  publisher: "Seton Hall University",
  issued: { year: 2013 },
});
const NEWS = source({
  type: "article-newspaper",
  title: "Government’s Human Trafficking Plan ‘Inadequate’",
  authors: [{ family: "Shimoyachi", given: "Nao" }],
  containerTitle: "Japan Times",
  issued: { year: 2004, month: 10, day: 15 },
});
const BOOK = source({
  type: "book",
  title: "Cultural Norms and National Security: Police and Military in Postwar Japan",
  authors: [{ family: "Katzenstein", given: "Peter J." }],
  publisher: "Cornell University Press",
  publisherPlace: "Ithaca",
  issued: { year: 1996 },
});
const CABLE = source({
  id: "09TOKYO1185",
  type: "document",
  genre: "diplomatic cable",
  title: "Cable 09TOKYO1185",
  number: "09TOKYO1185",
  authors: [{ literal: "US Embassy Tokyo" }],
  issued: { year: 2009, month: 5 },
});

describe("a note in Chicago's style", () => {
  it("cites a thesis", () => {
    expect(note({ source: THESIS, locator: "p. 13" })).toBe(
      "Paul Capobianco, “Human Trafficking in Japan: Legislative Policy, Implications for Migration, and Cultural Relativism” (MA diss., Seton Hall University, 2013), 13.",
    );
  });

  it("puts the comma inside both quotation marks", () => {
    expect(note({ source: NEWS })).toBe(
      "Nao Shimoyachi, “Government’s Human Trafficking Plan ‘Inadequate,’” *Japan Times*, October 15, 2004.",
    );
  });

  it("keeps the page of a newspaper, and needs no author", () => {
    const { authors: _, ...rest } = NEWS;
    expect(note({ source: { ...rest, authors: [], page: "4", title: "Who Acts?" } })).toBe(
      "“Who Acts?” *Japan Times*, October 15, 2004, p. 4.",
    );
  });

  it("cites a book in full, then short", () => {
    expect(note({ source: BOOK, locator: "42" })).toBe(
      "Peter J. Katzenstein, *Cultural Norms and National Security: Police and Military in Postwar Japan* (Ithaca: Cornell University Press, 1996), 42.",
    );
    expect(note({ source: BOOK, locator: "p. 42", isShort: true })).toBe(
      "Katzenstein, *Cultural Norms and National Security*, 42.",
    );
  });

  it("joins several sources by semicolons", () => {
    expect(
      note({ source: CABLE }, { source: THESIS, locator: "p. 28", isShort: true, prefix: "see also" }),
    ).toBe(
      "US Embassy Tokyo, cable 09TOKYO1185, May 2009; see also Capobianco, “Human Trafficking in Japan,” 28.",
    );
    expect(note({ source: CABLE, isShort: true })).toBe("09TOKYO1185.");
  });

  it("cites an interview and a letter by the person", () => {
    const interview = source({
      type: "interview",
      title: "Personal interview by telephone",
      authors: [{ family: "Miller", given: "John" }],
      issued: { year: 2014, month: 6, day: 16 },
    });
    expect(note({ source: interview })).toBe("John Miller, personal interview by telephone, June 16, 2014.");
    expect(note({ source: interview, isShort: true })).toBe("Miller, interview.");
    const mail = source({
      type: "personal_communication",
      genre: "e-mail",
      authors: [{ literal: "Lighthouse" }],
    });
    expect(note({ source: mail })).toBe("Lighthouse, e-mail, n.d.");
  });

  it("does not name a publisher that is the author", () => {
    const report = source({
      type: "report",
      title: "The Brochure",
      authors: [{ literal: "Ministry" }],
      publisher: "Ministry",
      genre: "brochure",
      issued: { year: 2004 },
    });
    expect(note({ source: report })).toBe("Ministry, *The Brochure*, brochure, 2004.");
  });

  it("links an address and an archived copy", () => {
    const page = source({
      type: "webpage",
      title: "Japan’s Action Plan",
      url: "http://mofa.example/action.html",
      issued: { year: 2004, month: 12 },
      accessed: { year: 2016, month: 12, day: 26 },
      provenance: { archived: "https://archive.example/1", mayShow: false },
    });
    expect(note({ source: page })).toBe(
      "“Japan’s Action Plan,” December 2004, accessed December 26, 2016, http://mofa.example/action.html, archived at https://archive.example/1.",
    );
    expect(formatNote([{ source: page, isShort: false }]).flatMap(({ href }) => href ?? [])).toHaveLength(2);
  });

  it("cites hearings, blogs, broadcasts, laws and articles of journals", () => {
    const issued = { year: 2008, month: 3, day: 4 };
    expect(
      note({
        source: source({
          type: "hearing",
          title: "Trafficking",
          containerTitle: "Committee on Foreign Affairs",
          number: "110th Cong.",
          issued,
        }),
      }),
    ).toBe("*Trafficking: Hearing before the Committee on Foreign Affairs*, 110th Cong., March 4, 2008.");
    expect(
      note({ source: source({ type: "post-weblog", title: "A Post", containerTitle: "The Blog", issued }) }),
    ).toBe("“A Post,” *The Blog* (blog), March 4, 2008.");
    expect(
      note({ source: source({ type: "broadcast", title: "News at Nine", publisher: "NHK", issued }) }),
    ).toBe("“News at Nine,” NHK, March 4, 2008.");
    expect(
      note({ source: source({ type: "legislation", title: "Penal Code", number: "Law 45", issued }) }),
    ).toBe("*Penal Code*, Law 45, March 4, 2008.");
    expect(
      note({
        source: source({
          type: "article-journal",
          title: "An Index",
          containerTitle: "A Journal",
          volume: "3",
          issue: "2",
          page: "1–20",
          issued,
        }),
      }),
    ).toBe("“An Index,” *A Journal* 3, no. 2 (2008): 1–20.");
  });

  it("ends with one full stop and shortens a long title without a colon", () => {
    const long = source({
      type: "article-newspaper",
      title: "Japan, easygoing till now, plans sex traffic crackdown",
      authors: [{ family: "Onishi" }],
    });
    expect(note({ source: long, isShort: true })).toBe("Onishi, “Japan, easygoing till now, plans.”");
    expect(note()).toBe("");
  });
});
