/** Epoch milliseconds. */
export type LogWindow = { from: number; to: number };

const FULL =
  /\b(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s?(Z\b|[+-]\d\d:?\d\d\b)?/;
const SYSLOG =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,2}(\d{1,2})\s(\d\d):(\d\d):(\d\d)\b/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

const MINUTE_MS = 60_000;
/** Zones differ by quarters of an hour. */
const ZONE_STEP_MS = 15 * MINUTE_MS;
const FURTHEST_WEST_MS = -12 * 60 * MINUTE_MS;
const FURTHEST_EAST_MS = 14 * 60 * MINUTE_MS;
/** Together with the ten minutes of a window it is less than the step, so that one zone fits at most. */
const SLACK_MS = 2 * MINUTE_MS;
/** Alibaba's example of DiagnoseVpnConnections has the time of a line in milliseconds too: eight hours earlier. */
const BEIJING_MS = 8 * 60 * MINUTE_MS;

/**
 * When a line was written, epoch milliseconds. Lines name no zone: it is the one which puts the line into the window
 * that was asked for, else Beijing's. Null where the line has no time.
 */
export function timeOfLine(text: string, window: LogWindow): number | null {
  const full = FULL.exec(text);
  if (full !== null) return timeOfFull(full, window);
  const short = SYSLOG.exec(text);
  return short === null ? null : timeOfSyslog(short, window);
}

function timeOfFull(
  [, year, month, day, hour, minute, second, fraction = "0", zone]: RegExpExecArray,
  window: LogWindow,
): number | null {
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const whole = Date.parse(`${clock}${isoZone(zone) ?? "Z"}`);
  if (Number.isNaN(whole)) return null;
  const written = whole + Math.floor(Number(`0.${fraction}`) * 1000);
  return zone === undefined ? inItsZone(written, window) : written;
}

function isoZone(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  return zone.includes(":") || zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** Syslog writes no year: it is one of those that the window touches in some zone. */
function timeOfSyslog(
  [, month = "", day = "", hour, minute, second]: RegExpExecArray,
  window: LogWindow,
) {
  const number = String(MONTHS.indexOf(month) / 3 + 1).padStart(2, "0");
  const clock = `${number}-${day.padStart(2, "0")}T${hour}:${minute}:${second}Z`;
  const year = new Date(window.to).getUTCFullYear();
  const candidates = [year, year - 1, year + 1]
    .map((one) => Date.parse(`${one}-${clock}`))
    .filter((time) => !Number.isNaN(time))
    .toSorted((one, other) => Math.abs(one - window.to) - Math.abs(other - window.to));
  const [nearest] = candidates;
  return nearest === undefined ? null : inItsZone(nearest, window);
}

/** `written` is the time as if it were in UTC. */
function inItsZone(written: number, { from, to }: LogWindow): number {
  const middle = (from + to) / 2;
  const offset = Math.round((written - middle) / ZONE_STEP_MS) * ZONE_STEP_MS;
  const time = written - offset;
  const isZone = offset >= FURTHEST_WEST_MS && offset <= FURTHEST_EAST_MS;
  const isInWindow = time >= from - SLACK_MS && time <= to + SLACK_MS;
  return isZone && isInWindow ? time : written - BEIJING_MS;
}
