import { nameOf } from "../../compute/casebook-index.ts";
import { caseAddress, claimAddress, countryAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Case } from "../../model/case.ts";
import type { Artifact, RecordEdition } from "../edition.ts";
import { renderPicturePng } from "../png.ts";
import type { CountryFigures } from "../site/figures.ts";
import { siteWording } from "../words/wording.ts";
import { drawClaimPicture, drawHomePicture, drawTitlePicture } from "./page-pictures.ts";
import type { Picture } from "./picture.ts";

/** The picture that stands for a page where somebody links to it. */
export interface Preview {
  /** Its address, e.g. `countries/jpn/preview.png`. */
  readonly path: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly file: Artifact;
}

/** Returns the home page's picture. Like the others it is absent where the site has no address: nobody could ask for it. */
export function homePreview(edition: RecordEdition): Preview | undefined {
  const { title, scorecard } = edition.index.casebook.config;
  const alt = siteWording(edition).words.homePicture(title, scorecard.short);
  return createPreview(edition, "", alt, () => drawHomePicture(edition.index));
}

/** Returns a case's picture; `figures` are those of its country, where it has one. */
export function casePreview(
  edition: RecordEdition,
  one: Case,
  figures: CountryFigures | undefined,
): Preview | undefined {
  const draw = (): Picture => drawTitlePicture(edition.index, one.title, figures?.timeline);
  return createPreview(edition, caseAddress(one), altOf(edition, one.title, figures), draw);
}

/** Returns a country's picture. */
export function countryPreview(edition: RecordEdition, figures: CountryFigures): Preview | undefined {
  const name = nameOf(edition.index.casebook, figures.country);
  const draw = (): Picture => drawTitlePicture(edition.index, name, figures.timeline);
  return createPreview(edition, countryAddress(figures.country), altOf(edition, name, figures), draw);
}

/** Returns a named claim's picture. */
export function claimPreview(edition: RecordEdition, claim: CheckedClaim): Preview | undefined {
  const draw = (): Picture => drawClaimPicture(edition.index, claim);
  return createPreview(
    edition,
    claimAddress(claim.claim.id),
    siteWording(edition).words.claimPicture(claim.question, claim.answer),
    draw,
  );
}

function altOf(edition: RecordEdition, title: string, figures: CountryFigures | undefined): string {
  if (!figures || figures.timeline.grades.length === 0) return title;
  return figures.wording.words.titlePicture(title, edition.index.casebook.config.scorecard.short);
}

function createPreview(
  { index }: RecordEdition,
  address: string,
  alt: string,
  draw: () => Picture,
): Preview | undefined {
  if (index.casebook.config.url === undefined) return undefined;
  const path = `${address}preview.png`;
  return { path, alt, file: { path, body: () => renderPicturePng(draw()) } };
}
