type Parts = { date: string; time: string };

/** The same spelling in every language, so that two users can compare what they see. */
function parts(year: number, ...rest: number[]): Parts {
  const [month, day, hour, minute, second] = rest.map((number) => String(number).padStart(2, "0"));
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}:${second}` };
}

/** Null where the number is no date, as a rubbish upstream may have it. */
export function utcTime(value: number): Parts | null {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return null;
  return parts(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );
}

export function localTime(value: number): Parts {
  const date = new Date(value);
  return parts(
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  );
}

const UNITS = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** In the largest unit that is reached, `3 days ago`, in the words of the language. */
export function relativeTime(
  value: number,
  now: number,
  locale: string,
  style: "long" | "narrow" = "long",
): string {
  const distance = value - now;
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? ["second", 1_000];
  const amount = Math.trunc(distance / size) || 0;
  // Only the present has a word of its own: "last year" could be any time of it.
  return formatterFor(locale, amount === 0 ? "auto" : "always", style).format(amount, unit);
}

/** Making one takes far longer than using it, and a list has fifty times. */
const formatters = new Map<string, Intl.RelativeTimeFormat>();

function formatterFor(
  locale: string,
  numeric: "auto" | "always",
  style: "long" | "narrow",
): Intl.RelativeTimeFormat {
  const key = `${locale} ${numeric} ${style}`;
  const known = formatters.get(key) ?? new Intl.RelativeTimeFormat(locale, { numeric, style });
  formatters.set(key, known);
  return known;
}
