import "server-only";
import { collectDefaultMetrics } from "prom-client";
import { AccessError } from "@/lib/server/auth/access-error";
import type { User } from "@/lib/server/auth/user";
import { familiesFor } from "@/lib/server/metrics/families";
import { familyText } from "@/lib/server/metrics/family-text";
import { metricsRegistry } from "@/lib/server/runtime/metrics-registry";
import { guardText } from "@/lib/server/runtime/secret-guard";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Gauges that are named like counters, which Prometheus' own check complains of; their parts are there as well. */
const MISNAMED = [
  "nodejs_active_handles_total",
  "nodejs_active_requests_total",
  "nodejs_active_resources_total",
];

/** Node's own, from the first time on that anybody asks: they cost a timer and an observer. */
const nodeMetrics = defineSingleton("nodeMetrics", () => {
  const register = metricsRegistry();
  collectDefaultMetrics({ register });
  for (const name of MISNAMED) register.removeSingleMetric(name);
  return register;
});

/** The text that is being written, for all who ask meanwhile. */
const writing = defineSingleton<{ text: Promise<string[]> | null }>("metricsText", () => ({
  text: null,
}));

/**
 * All metrics in Prometheus' text format, in portions. They are of the whole account, and the same for all
 * who ask. Throws AccessError and SecretLeakError.
 */
export async function readMetrics(user: User): Promise<string[]> {
  if (user.scopeKey !== "") throw new AccessError("limited", null, user.name);
  const state = writing();
  state.text ??= write(user).finally(() => {
    state.text = null;
  });
  return state.text;
}

async function write(user: User): Promise<string[]> {
  const counted = guardText(await nodeMetrics().metrics());
  const texts = [counted];
  for (const family of await familiesFor(user)) texts.push("\n", ...(await familyText(family)));
  return texts;
}
