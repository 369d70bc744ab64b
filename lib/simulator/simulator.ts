import { randomBytes } from "node:crypto";
import { setMaxListeners } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { control, controlPath } from "./control";
import { type ChurnChange, createChurn } from "./churn";
import { exchange, type ExchangeContext } from "./exchange";
import { createFaults, type Faults } from "./faults";
import { startDrift } from "./account/drift";
import { buildAccount, defaultSeed } from "./account/account";
import { createSignatureCheck } from "./signature-check";
import type { RecordedRequest } from "./request-log";
import { at } from "./wire-value";
import type { RegionContents } from "./world";

export type SimulatorOptions = {
  host?: string;
  port?: number;
  accessKeyId?: string;
  accessKeySecret?: string;
  /** When set, requests have to carry exactly this one; when not, they may carry none. */
  securityToken?: string;
  regions?: number;
  /** In all regions together. */
  connections?: number;
  seed?: number;
  latencyMs?: number;
  /** Whether tunnels go down and come back while it runs. */
  drift?: boolean;
  /** Fixed secrets in place of pseudo-random ones, for tests that look for leaks. */
  secrets?: { psk?: string; authKey?: string };
  now?: () => number;
};

export type Simulator = {
  url: string;
  port: number;
  accessKeyId: string;
  accessKeySecret: string;
  faults: Faults;
  /** The last 10,000. */
  requests: RecordedRequest[];
  regionIds: string[];
  /** These three serve the bodies instead, exactly as given. */
  setConnections(regionId: string, bodies: unknown[]): void;
  setVpnGateways(regionId: string, bodies: unknown[]): void;
  setCustomerGateways(regionId: string, bodies: unknown[]): void;
  /** After every so many calls that list a region's connections, its list moves at the front. */
  setChurn(regionId: string, everyCalls: number, change?: ChurnChange): void;
  /** What the region holds now, in the order of the list. */
  connectionIds(regionId: string): string[];
  /** Ends all faults, what hangs for them, and all churn, and puts the account back that it was started with. */
  reset(): void;
  close(): Promise<void>;
};

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

async function handle(
  context: ExchangeContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1));
  try {
    if (path === controlPath) await control(request, response, context.faults);
    else await exchange(context, request, response, query);
  } catch (error) {
    // The sender went away, or the simulator was closed while it waited.
    if (context.closed.aborted || response.destroyed || response.headersSent) {
      response.destroy();
      return;
    }
    const reason = error instanceof Error ? error.message : "unknown";
    response
      .writeHead(500, { "content-type": "text/plain" })
      .end(`The simulator failed: ${reason}`);
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = "127.0.0.1", port = 0, now = Date.now, seed = defaultSeed } = options;
  const accessKeyId = options.accessKeyId ?? `LTAI5t${randomBytes(9).toString("hex")}`;
  const accessKeySecret = options.accessKeySecret ?? randomBytes(15).toString("hex");
  const account = buildAccount({
    regions: options.regions ?? 8,
    connections: options.connections ?? 120,
    seed,
    now: now(),
    secrets: options.secrets ?? {},
  });
  const initial = account.map((part): [string, RegionContents] => [part.region.id, part]);
  const world = new Map(initial);
  const churn = createChurn(world);
  const faults = createFaults();
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  // One listener for each answer that waits, and there is no limit to those.
  setMaxListeners(0, closing.signal);
  const credentials = { accessKeyId, accessKeySecret, securityToken: options.securityToken };
  const context: ExchangeContext = {
    accessKeySecret,
    checkSigned: createSignatureCheck(credentials, now),
    world,
    churn,
    faults,
    requests,
    latencyMs: options.latencyMs ?? 0,
    now,
    closed: closing.signal,
    hung: new Set(),
  };
  function contentsOf(regionId: string): RegionContents {
    const contents = world.get(regionId);
    if (!contents) throw new RangeError(`The simulator has no region ${regionId}.`);
    return contents;
  }
  function replace(regionId: string, part: Partial<RegionContents>): void {
    world.set(regionId, { ...contentsOf(regionId), ...part });
  }

  const server = createServer((request, response) => void handle(context, request, response));
  // Longer than tests run: a socket closed at idle would look like a fault nobody asked for.
  server.keepAliveTimeout = 120_000;
  const listening = await listen(server, host, port);
  const stopDrift = options.drift ? startDrift(account, seed) : undefined;
  const named = host.includes(":") ? `[${host}]` : host;

  return {
    url: `http://${named}:${listening}`,
    port: listening,
    accessKeyId,
    accessKeySecret,
    faults,
    requests,
    regionIds: [...world.keys()],
    setConnections: (regionId, bodies) => replace(regionId, { connections: [...bodies] }),
    setVpnGateways: (regionId, bodies) => replace(regionId, { vpnGateways: [...bodies] }),
    setCustomerGateways: (regionId, bodies) => replace(regionId, { customerGateways: [...bodies] }),
    setChurn(regionId, everyCalls, change) {
      contentsOf(regionId);
      churn.set(regionId, everyCalls, change);
    },
    connectionIds: (regionId) =>
      contentsOf(regionId)
        .connections.map((connection) => at(connection, "VpnConnectionId"))
        .filter((id) => typeof id === "string"),
    reset() {
      faults.clear();
      churn.clear();
      // Or whoever asks next would wait with those of the test before until they give up.
      for (const response of context.hung) response.destroy();
      for (const [regionId, contents] of initial) world.set(regionId, contents);
    },
    close() {
      stopDrift?.();
      closing.abort();
      return closeServer(server);
    },
  };
}
