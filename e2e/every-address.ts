import { expect } from "playwright/test";
import type { AppServer } from "@/e2e/app-server";
import { SECRETS } from "@/e2e/fixtures";
import { addressesOf, type Ids } from "@/e2e/routes";
import { summaryOf, wordsOf } from "@/e2e/reply-summary";
import { UNCOMPRESSED } from "@/e2e/uncompressed";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, isApiPath } from "@/lib/vpn/hrefs";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** A request of one address; of a page also for its payload, as the router asks for it. */
export type Visit = { route: string; address: string; as: "page" | "payload" | "data" };

/** What came back, and what it says in short. */
export type Reply = Visit & { status: number; headers: Headers; body: string; summary: string };

/** Nothing of these may come out again, wherever a fault has put them in. */
const FROM_FAULTS = ["LTAIsecret", "Sign in here"];

/** Ids that exist in a region, of the first connections in its list; the fewer, the quicker pages are made. */
export async function idsOf(
  app: AppServer,
  regionId: string,
  { rows = 50, cookie = "" } = {},
): Promise<Ids> {
  const address = app.url + api.vpnConnections(regionId, { pageSize: rows });
  const reply = await fetch(address, { headers: { cookie } });
  const { vpnConnections }: VpnConnectionList = await reply.json();
  return {
    rows,
    open: vpnConnections.slice(0, rows * 0.4).map(({ vpnConnectionId }) => vpnConnectionId),
    vpnGatewayId: vpnConnections[0]?.vpnGatewayId ?? "",
    // A gateway whose BGP session has a key of its own.
    customerGatewayId: vpnConnections[0]?.customerGatewayIds[0] ?? "",
  };
}

/** Every address there is. */
export function visitsOf(regionId: string, ids: Ids): Visit[] {
  return Object.entries(addressesOf(regionId, ids)).flatMap(([route, addresses]) =>
    addresses.flatMap((address): Visit[] =>
      isApiPath(route)
        ? [{ route, address, as: "data" }]
        : [
            { route, address, as: "page" },
            { route, address, as: "payload" },
          ],
    ),
  );
}

/** Asks, and fails at once where the reply holds what none may hold. */
export async function visit(app: AppServer, simulator: Simulator, one: Visit): Promise<Reply> {
  const headers = { ...UNCOMPRESSED, ...(one.as === "payload" && { RSC: "1" }) };
  const response = await fetch(app.url + one.address, { headers });
  const { status } = response;
  const reply = { ...one, status, headers: response.headers, body: await response.text() };
  const where = `${one.address} as ${one.as}`;
  expectNoSecret(reply.body, where, simulator);
  expectNoSecret(JSON.stringify([...response.headers]), where, simulator);
  const summary = summaryOf(reply);
  if (one.as === "page") expectReadable(reply.body, where);
  return { ...reply, summary };
}

export function expectNoSecret(text: string, where: string, simulator: Simulator) {
  const { accessKeyId, accessKeySecret } = simulator;
  const secrets = [SECRETS.psk, SECRETS.authKey, accessKeyId, accessKeySecret, ...FROM_FAULTS];
  expectNone(secrets, text, where);
}

/** Not by `expect`, which keeps a record of each call: after thousands of them that takes seconds. */
export function expectNone(secrets: string[], text: string, where: string) {
  if (secrets.some((secret) => text.includes(secret))) throw new Error(`${where} holds a secret`);
}

function expectReadable(html: string, where: string) {
  const words = wordsOf(html);
  if (words.length <= 100) throw new Error(`${where} is blank`);
  const odd = /\bundefined\b|\[object \w+\]|\bNaN\b|\bat .{0,80}\.js:\d+|Invalid Date/.exec(words);
  if (odd !== null) throw new Error(`${where} says ${odd[0]}`);
}

/** The server lives, has written nothing secret, and has let no failure escape. */
export async function expectSoundServer(app: AppServer, simulator: Simulator) {
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  expectNoSecret(app.output(), "the output of the server", simulator);
  expect(app.output()).not.toMatch(/unhandledRejection|uncaughtException|unexpected error|⨯/);
  expect(app.output()).not.toMatch(/Signature=|server string to sign/);
}

type Wanted = (one: Visit) => string | string[];

/**
 * Asks all at once, and those that do not say yet what they should again until they do: data first, which
 * is cheap to ask for again, and pages once it is as it should be.
 */
export async function expectSummaries(
  app: AppServer,
  simulator: Simulator,
  visits: Visit[],
  wanted: Wanted,
) {
  const [data, others] = [visits.filter(isData), visits.filter((one) => !isData(one))];
  for (const part of [data, others]) {
    let left = part;
    const wrongOnes = async () => {
      const replies = await Promise.all(left.map((one) => visit(app, simulator, one)));
      const wrong = replies.filter((reply) => ![wanted(reply)].flat().includes(reply.summary));
      left = wrong;
      return wrong.map((reply) => {
        const { address, as, summary } = reply;
        return `${address} as ${as}: ${summary}, not ${[wanted(reply)].flat().join(" or ")}`;
      });
    };
    await expect.poll(wrongOnes, { timeout: 90_000 }).toEqual([]);
  }
}

const isData = ({ as }: Visit) => as === "data";
