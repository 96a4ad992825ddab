/** Makes the buttons of citations and of code for other pages copy. */
import "./case/cite.ts";
