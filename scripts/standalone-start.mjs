import "./begin-first.mjs";

/**
 * Starts the standalone server as `npm start` does the other one. It is copied into the standalone
 * folder, so it has Node's built-ins only; the settings are checked by the server itself.
 */
process.env.HOSTNAME = process.env.HOST?.trim() || "127.0.0.1";
process.env.PORT = process.env.PORT?.trim() || "3000";
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.NEXT_MANUAL_SIG_HANDLE = "true";
// With DEBUG the HTTP library under pop-core prints bodies, keys included.
process.env.DEBUG = "";
// Next writes it beside this file.
await import(new URL("server.js", import.meta.url).href);
