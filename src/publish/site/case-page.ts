import type { Exhibit } from "../../compute/exhibits.ts";
import { caseAddress, countryAddress, resolveHref } from "../../compute/links.ts";
import { paragraphAnchors } from "../../compute/paragraph-anchors.ts";
import type { Case } from "../../model/case.ts";
import type { Block } from "../../read/document.ts";
import { citeCase, type PageCitation } from "../citation.ts";
import { type Artifact, casePrintPath, type Edition } from "../edition.ts";
import { readMarkup, textOf } from "../print/markup-tree.ts";
import { createOembed, type Oembed } from "../share/oembed.ts";
import { casePreview, type Preview } from "../share/preview.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import { absoluteUrl, linkTo } from "./addresses.ts";
import { analysisDownloads, captionOfAnalysis, renderAnalysisExhibit } from "./analysis-exhibit.ts";
import { descriptionOf } from "./case-description.ts";
import { renderCheckPage } from "./check-page.ts";
import { renderCheckedStatements } from "./checked-statements.ts";
import { citePart, renderCiteBlock, renderParagraphCite } from "./cite-block.ts";
import { hasContents, outlineOf, renderContents } from "./contents.ts";
import { embedOfCountry } from "./country-embeds.ts";
import { recordFileKinds, renderCycleExhibit } from "./cycle-exhibit.ts";
import { gradesOf } from "./data-tables.ts";
import { collectExhibitFiles, stemOf } from "./exhibit-files.ts";
import {
  captionOf,
  composeCaption,
  type Download,
  downloadsOf,
  type ExhibitView,
  exhibitLabel,
  renderCaptionedTable,
  renderDownloads,
  renderGradesExhibit,
  renderStatisticsExhibit,
  renderTimelineExhibit,
} from "./exhibits.ts";
import type { CountryFigures, FindFigures } from "./figures.ts";
import { type Html, html, joinHtml, rawHtml } from "./html.ts";
import { renderCaseMetadata } from "./metadata.ts";
import { renderNotes } from "./notes.ts";
import { renderPage } from "./page.ts";
import { ProseRenderer } from "./prose.ts";
import { renderTestsExhibit } from "./tests-table.ts";
import { renderAlternates, renderLanguageSwitch } from "./versions.ts";

/** How many headings a text has before it gets a table of contents that its author did not ask for. */
const HEADINGS_FOR_CONTENTS = 3;

/** Yields a case's page and the files beside it. */
export function* renderCasePage(edition: Edition, one: Case, figuresOf: FindFigures): Generator<Artifact> {
  const { config } = edition.index.casebook;
  const address = caseAddress(one);
  const url = config.url === undefined ? undefined : absoluteUrl(config.url, address);
  const citation = citeCase(one, config, url);
  const exhibits = edition.exhibits.byCase.get(one.id) ?? [];
  const files = collectExhibitFiles(exhibits, one, figuresOf, edition);
  const figures = one.country === undefined ? undefined : figuresOf(one.country, one.language);
  const preview = casePreview(edition, one, figures);
  const oembed = figures && oembedOfCase(edition, one, figures, preview);
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: one.title,
      description: descriptionOf(one),
      language: one.language,
      section: "cases",
      scripts: ["case"],
      preview,
      isArticle: true,
      head: html`${oembed?.head}${renderAlternates(edition, one)}${renderCaseMetadata(edition, one, citation)}`,
      content: renderArticle(edition, one, citation, figuresOf),
    }),
  };
  yield { path: `${address}index.md`, body: one.document.source.text };
  if (preview) yield preview.file;
  if (oembed) yield oembed.file;
  yield* files;
}

/** Offers the timeline of the case's country, where the case shows it. */
function oembedOfCase(
  edition: Edition,
  one: Case,
  figures: CountryFigures,
  preview: Preview | undefined,
): Oembed | undefined {
  const isShown = (edition.exhibits.byCase.get(one.id) ?? []).some(
    ({ content }) => content.type === "timeline" && content.country === one.country,
  );
  const { embed } = embedOfCountry(edition, figures, "timeline", wordingOf(one.language));
  if (!isShown || !embed) return undefined;
  return createOembed(edition, {
    address: caseAddress(one),
    title: one.title,
    embed,
    drawing: rawHtml(figures.drawInline("wide", "timeline")),
    authors: one.authors.map(({ name }) => name),
    preview,
  });
}

/** Returns a case's text with its title, notes and checked statements: what page and print are made of. */
export function renderArticle(
  edition: Edition,
  one: Case,
  citation: PageCitation,
  figuresOf: FindFigures,
): Html {
  const page = caseAddress(one);
  const wording = wordingOf(one.language);
  const outline = outlineOf(one);
  let contents = html``;
  const prose: ProseRenderer = new ProseRenderer({
    edition,
    case: one,
    page,
    levels: outline.levels,
    titleHeading: outline.titleHeading,
    renderExhibit: (node) => renderExhibit(edition, one, { prose, citation, figuresOf }, node),
    paragraphs: paragraphAnchors(one),
    get contents() {
      return contents;
    },
  });
  contents = renderContents(outline, (nodes) => prose.renderInlines(nodes), wording);
  const isAutomatic = !hasContents(one) && outline.levels.size >= HEADINGS_FOR_CONTENTS;
  const body = prose.renderBlocks(one.document.blocks);
  return html`<article class="case"${one.document.notes.length > 0 && html` data-notes`}>
<header class="page-header">
<h1>${outline.titleHeading ? prose.renderInlines(outline.titleHeading.children) : one.title}</h1>
${renderByline(one, wording)}${renderLanguageSwitch(edition, one, wording)}${renderHowToCite(edition, one, citation)}</header>
${isAutomatic && contents}<div class="prose">
${body}</div>
${renderNotes(one, { casebook: edition.index.casebook, page, prose })}${renderCheckedStatements(edition, one)}${renderCheckPage(edition, one)}${renderParagraphCite(citation, one.id, wording)}</article>
`;
}

function renderByline(one: Case, wording: Wording): Html {
  const names = one.authors.map((author) =>
    author.orcid === undefined
      ? wording.isolate(author.name)
      : html`<a href="https://orcid.org/${author.orcid}" rel="author noopener">${wording.isolate(author.name)}</a>`,
  );
  const isChanged = one.modified && one.modified.first !== one.date?.first;
  const parts = [
    names.length > 0 && wording.row(names),
    one.date && wording.time(one.date),
    isChanged && one.modified && wording.say("changed", wording.time(one.modified)),
  ];
  return html`<p class="byline">${joinHtml(parts, " · ")}</p>
`;
}

function renderHowToCite(edition: Edition, one: Case, citation: PageCitation): Html {
  const page = caseAddress(one);
  const wording = wordingOf(one.language);
  const pdf = one.pdf && resolveHref(edition.index, one, one.pdf.value);
  const forms = [
    one.country !== undefined &&
      edition.index.countries.includes(one.country) &&
      html`<a href="${linkTo(page, countryAddress(one.country))}">${wording.say("countryData")}</a>`,
    edition.prints?.has(casePrintPath(one)) &&
      html`<a href="${linkTo(page, casePrintPath(one))}">${wording.say("pdfForPrint")}</a>`,
    pdf?.kind === "asset" && html`<a href="${linkTo(page, pdf.path) + pdf.suffix}">PDF</a>`,
    html`<a href="index.md" download>Markdown</a>`,
  ];
  return html`<div class="page-tools">
${renderCiteBlock(wording.say("howToCite"), one.id, citation, wording)}<p class="downloads">${joinHtml(forms, " · ")}</p>
</div>
`;
}

interface ExhibitContext {
  readonly prose: ProseRenderer;
  readonly citation: PageCitation;
  readonly figuresOf: FindFigures;
}

function renderExhibit(
  edition: Edition,
  one: Case,
  { prose, citation, figuresOf }: ExhibitContext,
  node: Block,
): Html | undefined {
  const exhibit = edition.exhibits.byNode.get(node);
  if (!exhibit) return undefined;
  const { content } = exhibit;
  const wording = wordingOf(one.language);
  const label = exhibitLabel(exhibit, wording);
  const view = (caption: Html): ExhibitView => ({
    edition,
    wording,
    page: caseAddress(one),
    id: exhibit.id,
    label,
    caption,
    downloads: exhibitDownloads(exhibit, one),
    cite: renderCiteBlock(
      wording.say("citeNamed", label),
      `${one.id}-${exhibit.id}`,
      citePart(citation, textOf(readMarkup(captionOf({ label, caption, wording }).text)), exhibit.id),
      wording,
    ),
  });
  const written = prose.renderInlines(exhibit.caption);
  if (content.type === "written-table") {
    const table = prose.renderTable(content.table, `${exhibit.id}-caption`);
    return html`<div class="exhibit exhibit-table" id="${exhibit.id}">
${renderCaptionedTable(view(written), table)}${renderDownloads(view(written))}</div>
`;
  }
  if (content.type === "image") {
    return html`<figure class="exhibit exhibit-image" id="${exhibit.id}">
${prose.renderImage(content.image)}
<figcaption>${captionOf(view(written))}</figcaption>
${renderDownloads(view(written))}</figure>
`;
  }
  if (content.type === "analysis") {
    return renderAnalysisExhibit(
      view(exhibit.caption.length > 0 ? written : captionOfAnalysis(edition, content.analysis)),
      content.analysis,
      exhibit.kind,
    );
  }
  const figures = figuresOf(content.country, one.language);
  const caption =
    exhibit.caption.length > 0 ? written : composeCaption(edition, content.type, figures, wording);
  const shown = { ...view(caption), ...embedOfCountry(edition, figures, content.type, wording) };
  if (content.type === "timeline") {
    const alt = node.type === "figure" ? node.image.alt : undefined;
    return renderTimelineExhibit(shown, figures, alt);
  }
  if (content.type === "cycle") return renderCycleExhibit(shown, figures);
  if (content.type === "tests") return renderTestsExhibit(view(caption), figures.record.tests);
  if (content.type === "statistics") return renderStatisticsExhibit(view(caption), figures.statistics);
  return renderGradesExhibit(view(caption), gradesOf(edition.index, content.country));
}

function exhibitDownloads(exhibit: Exhibit, one: Case): Download[] {
  const { content } = exhibit;
  if (content.type === "analysis") return analysisDownloads(content.analysis, exhibit.kind);
  if (content.type === "image" || content.type === "written-table") return [];
  const stem = caseAddress(one) + stemOf(content.type, content.country, one);
  const kinds =
    content.type === "timeline" || content.type === "cycle" ? recordFileKinds("cycle") : ["csv", "json"];
  return downloadsOf(stem, kinds);
}
