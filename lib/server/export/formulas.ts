import "server-only";

/** What a spreadsheet drops, or does not show, before it looks at a cell's first character. */
const HIDDEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Quotation_Mark}\x60]*`;

/** Begins a formula; the wide, small and mathematical twins do so in some programs. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫−]`;

/** Also a control character, which some programs drop and others take for the end of a cell. */
export const FORMULA_START = new RegExp(String.raw`^${HIDDEN}(?:${SIGN}|\p{Cc})`, "u");

/** What a program may take for the end of a cell. */
const SEPARATOR = String.raw`[,;|\p{Cc}\u2028\u2029]`;
const HAS_SEPARATOR = new RegExp(SEPARATOR, "u");

const FORMULA_INSIDE = new RegExp(
  String.raw`(?<=${SEPARATOR})(?<!\r(?=\n))(?=${HIDDEN}${SIGN})`,
  "gu",
);

/**
 * Excel splits at the separator of the user's country, and minds no quotes where it expected another:
 * `a;=1` in one of our cells may be two of its. An apostrophe makes text of the second as well.
 */
export function withoutFormulasInside(text: string): string {
  // Most cells have none, and the search for formulas is slow.
  return HAS_SEPARATOR.test(text) ? text.replaceAll(FORMULA_INSIDE, "'") : text;
}
