import "server-only";
import { type Logger, pino } from "pino";
import { processWide } from "@/lib/server/process-wide";

/** A net below the rule that nobody logs a raw object: names under which the wire carries secrets. */
const SECRET_NAMES = [
  "Psk",
  "psk",
  "AuthKey",
  "authKey",
  "AccessKeyId",
  "accessKeyId",
  "accessKeySecret",
  "SecurityToken",
  "securityToken",
  "Signature",
];

export function log(): Logger {
  return processWide("log", () =>
    pino({
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    }),
  );
}
