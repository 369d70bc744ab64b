/** Far more than a daemon writes in one line. */
const LONGEST = 2_000;

/** Line breaks, escapes and other controls, and characters that turn the direction of writing or are not seen. */
const UNSEEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Text of somebody else on one line, without anything that a terminal, a table or a reader's eye would obey. */
export function harmless(text: string): string {
  return text.toWellFormed().replaceAll("\t", " ").replaceAll(UNSEEN, visible).trim();
}

/** Cut after whatever had to be struck out, of which half would not be recognised. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()} …`;
}

/** As JavaScript and Rust write it; the bracket keeps it apart from the word that follows. */
function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
