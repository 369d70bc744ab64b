import "server-only";
import { Gauge } from "prom-client";
import type { Contact } from "@/lib/server/replicas/contact";
import { metricsRegistry } from "@/lib/server/runtime/metrics-registry";

/** Only where a database is shared: without one there is nothing that could be away. */
export function measureContact(contact: Contact): Gauge {
  return new Gauge({
    name: "tunnelboard_database_up",
    help: "1 while the database that replicas share answers this one, 0 while it goes on alone.",
    registers: [metricsRegistry()],
    collect() {
      this.set(contact.alone() === null ? 1 : 0);
    },
  });
}
