import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";

/**
 * Next takes connections before the app has begun, which then could not tell whose their requests are. Until it can
 * (lib/server/start-up.ts), they end as if nobody listened yet: whoever balances loads asks another replica.
 */
const SOCKETS = "net.server.socket";

const refuse = ({ socket }) => {
  // Destroyed alone, it would stay open as long as the other end waits.
  socket.resetAndDestroy();
};
subscribe(SOCKETS, refuse);
channel("tunnelboard.started").subscribe(() => unsubscribe(SOCKETS, refuse));
