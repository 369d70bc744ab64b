import { Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Next listens first and begins the app afterwards (instrumentation.ts). What comes in between cannot be answered, since
 * nobody has noted where it comes from. So the app begins first, at the moment at which Next wants to listen: until
 * then connections are refused, and whoever balances loads asks another replica, for requests that write too.
 */
Object.assign(Server.prototype, {
  listen(...args) {
    // What it hides, Node's own, is inherited.
    Reflect.deleteProperty(Server.prototype, "listen");
    begin().then(
      () => this.listen(...args),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
    return this;
  },
});

/** Next calls the same again once it listens, which then does nothing. */
async function begin() {
  const require = createRequire(import.meta.url);
  // Next has made the folder of the build this one by now.
  await require(join(process.cwd(), ".next", "server", "instrumentation.js")).register();
}
