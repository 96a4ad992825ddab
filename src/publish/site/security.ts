/** The content security policy of every page: nothing from elsewhere, nothing inline. */
export const SITE_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "style-src 'self'",
].join("; ");

/** The policy of the small pages that show a figure in a frame: they run nothing and ask for nothing but style and type. */
export const EMBED_POLICY: string =
  "default-src 'none'; img-src data:; font-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
