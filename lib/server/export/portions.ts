import "server-only";

/** Few enough that writing them takes a few milliseconds, in which nobody else is answered. */
const PORTION = 50;

export function* inPortions<Thing>(things: readonly Thing[]): Generator<Thing[], void> {
  for (let from = 0; from < things.length; from += PORTION) {
    yield things.slice(from, from + PORTION);
  }
}

/** Long enough that sending one is worth a turn of the event loop. */
const TEXT_LENGTH = 32_000;

/** Many short texts as fewer long ones. */
export function* inLongTexts(texts: Iterable<string>): Generator<string, void> {
  let text = "";
  for (const one of texts) {
    text += one;
    if (text.length < TEXT_LENGTH) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
