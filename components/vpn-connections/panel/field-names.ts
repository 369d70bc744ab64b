import type messages from "@/lib/i18n/messages/en.json";

/** Every field of a connection, its tunnels and its health check has its words under its name. */
export type ConnectionFieldName = keyof (typeof messages)["connections"]["fields"];
