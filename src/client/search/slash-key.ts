const KEY = "demarche-slash-key";

/** Tells whether the reader lets the key / open search; so it is where nothing else was chosen or can be remembered. */
export function isSlashKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Remembers whether the key / opens search; storage may be forbidden. */
export function turnSlashKey(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {}
}
