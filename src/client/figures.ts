/** What figures do beyond their finished HTML. */
import "./figures/figure-dialog.ts";
import "./figures/year-reader.ts";
