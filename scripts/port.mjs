import { once } from "node:events";
import { createServer } from "node:net";
import { fail } from "./process.mjs";

/** Ends with a sentence where the port cannot be had; `command` is what to run with another one. */
export async function checkPort(host, port, command) {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch ({ code }) {
    fail(
      code === "EADDRINUSE"
        ? `PORT ${port} of ${host} is taken. Choose another: PORT=${port + 1} ${command}`
        : `It is not possible to listen on HOST ${host}, PORT ${port} (${code}).`,
    );
  }
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return address.port;
}
