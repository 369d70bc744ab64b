import "server-only";
import { type Logger, pino } from "pino";
import { masked } from "@/lib/server/runtime/known-secrets";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Nets below the rule that nobody logs a raw object: what the wire calls secrets, and those that are known. */
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

export const log = defineSingleton<Logger>("log", () =>
  pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line) => masked(line) },
    redact: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  }),
);
