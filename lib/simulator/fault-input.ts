import type { Fault } from "./faults";
import { isObject, type JsonObject } from "./wire-value";

/** What is wrong with a fault that came in over HTTP, in words for the sender. */
export class FaultInputError extends Error {}

function text(input: JsonObject, key: string): string | undefined {
  const value = input[key];
  if (value === undefined || typeof value === "string") return value;
  throw new FaultInputError(`"${key}" must be a string.`);
}

function integer(input: JsonObject, key: string, minimum: number, maximum = 2 ** 31 - 1) {
  const value = input[key];
  if (value === undefined) return undefined;
  if (
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= minimum &&
    value <= maximum
  ) {
    return value;
  }
  throw new FaultInputError(`"${key}" must be a whole number from ${minimum} to ${maximum}.`);
}

function yesOrNo(input: JsonObject, key: string): boolean | undefined {
  const value = input[key];
  if (value === undefined || typeof value === "boolean") return value;
  throw new FaultInputError(`"${key}" must be true or false.`);
}

/** Any number that JSON can say, or null. */
function numberOrNull(input: JsonObject, key: string): number | null | undefined {
  const value = input[key];
  if (value === undefined || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new FaultInputError(`"${key}" must be a number or null.`);
}

function httpStatus(input: JsonObject): number | undefined {
  return integer(input, "status", 200, 599);
}

function headers(input: JsonObject): Record<string, string> | undefined {
  const value = input["headers"];
  if (value === undefined) return undefined;
  const message = '"headers" must be an object of header names and printable strings.';
  if (!isObject(value)) throw new FaultInputError(message);
  const result: Record<string, string> = {};
  for (const [name, content] of Object.entries(value)) {
    if (!/^[\w-]+$/.test(name) || typeof content !== "string" || /[^\t -~]/.test(content)) {
      throw new FaultInputError(message);
    }
    result[name] = content;
  }
  return result;
}

function required<T>(value: T | undefined, kind: string, key: string): T {
  if (value === undefined) throw new FaultInputError(`A fault of kind "${kind}" needs "${key}".`);
  return value;
}

function throttlingCode(input: JsonObject) {
  const code = text(input, "code");
  switch (code) {
    case undefined:
    case "Throttling":
    case "Throttling.User":
    case "Throttling.Api":
      return code;
    default:
      throw new FaultInputError('"code" must be Throttling, Throttling.User or Throttling.Api.');
  }
}

const kinds =
  "latency, error, throttle, reset, half-body, hang, body, xml, wrong-types, status, drip, big-body, total or clock-skew";

const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  latency: ["ms"],
  error: ["code", "status", "message", "headers", "retryAfterMs"],
  throttle: ["code", "retryAfterMs"],
  body: ["body", "status", "contentType"],
  status: ["status"],
  drip: ["ms", "bytes"],
  "big-body": ["bytes", "contentLength"],
  total: ["value"],
  "clock-skew": ["ms"],
};

const keysOfAll = ["kind", "action", "regionId", "times", "after"];

function checkKeys(input: JsonObject, kind: string): void {
  const known = new Set([...keysOfAll, ...(keysOfKind[kind] ?? [])]);
  const unknown = Object.keys(input).find((key) => !known.has(key));
  if (unknown !== undefined) {
    throw new FaultInputError(`A fault of kind "${kind}" has no "${unknown}".`);
  }
}

/** Throws FaultInputError on anything but a fault. */
export function parseFault(input: unknown): Fault {
  if (!isObject(input)) throw new FaultInputError("A fault must be a JSON object.");
  const scope = {
    action: text(input, "action"),
    regionId: text(input, "regionId"),
    times: integer(input, "times", 1),
    after: integer(input, "after", 0),
  };
  const kind = text(input, "kind") ?? "";
  const retryAfterMs = integer(input, "retryAfterMs", 0);
  const status = httpStatus(input);
  switch (kind) {
    case "latency":
      checkKeys(input, kind);
      return { ...scope, kind, ms: required(integer(input, "ms", 0), kind, "ms") };
    case "error":
      checkKeys(input, kind);
      return {
        ...scope,
        kind,
        code: required(text(input, "code"), kind, "code"),
        status,
        message: text(input, "message"),
        headers: headers(input),
        retryAfterMs,
      };
    case "throttle":
      checkKeys(input, kind);
      return { ...scope, kind, code: throttlingCode(input), retryAfterMs };
    case "body":
      checkKeys(input, kind);
      return {
        ...scope,
        kind,
        body: required(text(input, "body"), kind, "body"),
        status,
        contentType: text(input, "contentType"),
      };
    case "status":
      checkKeys(input, kind);
      return { ...scope, kind, status: required(status, kind, "status") };
    case "drip":
      checkKeys(input, kind);
      return {
        ...scope,
        kind,
        ms: required(integer(input, "ms", 0), kind, "ms"),
        bytes: required(integer(input, "bytes", 1), kind, "bytes"),
      };
    case "big-body":
      checkKeys(input, kind);
      return {
        ...scope,
        kind,
        bytes: required(integer(input, "bytes", 1), kind, "bytes"),
        contentLength: yesOrNo(input, "contentLength"),
      };
    case "total":
      checkKeys(input, kind);
      return { ...scope, kind, value: required(numberOrNull(input, "value"), kind, "value") };
    case "clock-skew":
      checkKeys(input, kind);
      return { ...scope, kind, ms: required(integer(input, "ms", -(2 ** 31 - 1)), kind, "ms") };
    case "reset":
    case "half-body":
    case "hang":
    case "xml":
    case "wrong-types":
      checkKeys(input, kind);
      return { ...scope, kind };
    default:
      throw new FaultInputError(`"kind" must be ${kinds}.`);
  }
}
