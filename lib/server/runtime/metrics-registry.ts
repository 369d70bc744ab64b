import "server-only";
import { Registry } from "prom-client";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** What is counted as it happens; the library's own would exist once for each of Next's bundles. */
export const metricsRegistry = defineSingleton("metricsRegistry", () => new Registry());
