/** What every page does beyond its finished HTML. */
import "./site/back-key.ts";
import "./site/search-key.ts";
