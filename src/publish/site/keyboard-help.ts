import type { Wording } from "../words/wording.ts";
import { type Html, html } from "./html.ts";

/** Returns the list of the keys that scripts give a meaning, for the foot of a page. */
export function renderKeyboardHelp(wording: Wording): Html {
  const { words } = wording;
  return html`<details class="keyboard-help needs-scripts" data-back-at="${words.backAt}">
<summary>${wording.say("keyboard")}</summary>
<dl>
<div><dt><kbd>${wording.say("keyBackspace")}</kbd></dt><dd>${wording.say("helpBackspace")}</dd></div>
<div><dt><kbd>${wording.say("keyEscape")}</kbd></dt><dd>${wording.say("helpEscape")}</dd></div>
<div><dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>${wording.say("helpArrows")}</dd></div>
</dl>
</details>
`;
}
