import { countryAddress } from "../../compute/links.ts";
import type { Artifact, Edition } from "../edition.ts";
import { type Embed, embedAddress, pairForEmbed, renderEmbed } from "../share/embed.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { composeCaption } from "./exhibits.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, rawHtml } from "./html.ts";

/** Figures of a country that others may show in a frame. */
const EMBEDDED = ["timeline", "cycle"] as const;

/**
 * Returns the small page of a country's figure as an exhibit's view has it: of the country, whichever page shows the figure;
 * nothing where the exhibit is no figure, or the country has no page.
 */
export function embedOfCountry(
  edition: Edition,
  figures: CountryFigures,
  type: string,
  wording: Wording,
): { readonly embed?: Embed } {
  const kind = EMBEDDED.find((one) => one === type);
  if (!kind || !edition.index.countries.includes(figures.country)) return {};
  const address = embedAddress(countryAddress(figures.country), kind);
  return { embed: { address, title: composeCaption(edition, kind, figures, wording) } };
}

/** Yields the small pages of a country's figures. */
export function* renderCountryEmbeds(edition: Edition, figures: CountryFigures): Generator<Artifact> {
  const wording = siteWording(edition);
  for (const kind of EMBEDDED) {
    const { embed } = embedOfCountry(edition, figures, kind, wording);
    if (!embed || (kind === "cycle" && !figures.record.hasEntries)) continue;
    const draw = (size: "wide" | "narrow"): Html =>
      rawHtml(
        kind === "timeline"
          ? figures.drawInline(size, kind)
          : figures.record.drawInline(size, kind, embed.address),
      );
    yield* renderEmbed(edition, {
      ...embed,
      page: countryAddress(figures.country),
      anchor: kind,
      drawing: pairForEmbed(draw("wide"), draw("narrow"), wording),
      language: wording.language,
    });
  }
}
