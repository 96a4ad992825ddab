/** What a case's page does beyond its finished HTML. */
import "./case/check-button.ts";
import "./case/cite.ts";
import "./case/claim-marks.ts";
import "./case/current-section.ts";
import "./case/note-popovers.ts";
import "./case/sidenotes.ts";
import "./figures.ts";
import "./scroll-regions.ts";
