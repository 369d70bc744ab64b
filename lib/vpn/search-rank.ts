import { contains, type Network, networkOf } from "@/lib/vpn/networks";
import type { MatchField } from "@/lib/vpn/search-match";

/**
 * Exact ids and names first, then networks by the length of their prefix, then text that begins so, text
 * with a word that begins so, and the rest.
 */
export const RANK = {
  exactName: 0,
  exact: 1,
  network: 10,
  start: 200,
  word: 250,
  within: 300,
  catchAll: 1_000,
};
const MAX_PREFIX = 128;

export function rankOfNetworks(networks: Network[], wanted: Network): number | null {
  return networks.map((network) => rankOfNetwork(network, wanted)).reduce(better, null);
}

function rankOfNetwork(network: Network, wanted: Network): number | null {
  if (!contains(network, wanted)) return null;
  const { prefixLength } = network;
  return prefixLength === 0 ? RANK.catchAll : RANK.network + MAX_PREFIX - prefixLength;
}

/** What holds addresses, each of which can be written in several ways. */
export const NETWORK_FIELDS = new Set<MatchField>([
  "localSubnet",
  "remoteSubnet",
  "address",
  "identity",
]);

export function rankOfEntry(field: MatchField, value: string, wanted: Network): number | null {
  const network = NETWORK_FIELDS.has(field) ? networkOf(value) : null;
  return network === null ? null : rankOfNetwork(network, wanted);
}

const NAMES = new Set<MatchField>([
  "vpnConnectionId",
  "name",
  "vpnGatewayId",
  "vpnGatewayName",
  "customerGatewayId",
  "customerGatewayName",
]);

export function rankOfText(
  wanted: string,
  network: Network | null,
  field: MatchField,
  text: string,
): number | null {
  if (text === wanted) return NAMES.has(field) ? RANK.exactName : RANK.exact;
  const at = text.indexOf(wanted);
  if (at === -1 || !isWhole(wanted, network, field, text)) return null;
  if (at === 0) return RANK.start;
  return hasWord(wanted, text) ? RANK.word : RANK.within;
}

/** Whether it begins a word of the text: `berlin` does in `hq-berlin`. */
function hasWord(wanted: string, text: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at))) return true;
  }
  return false;
}

/**
 * `10.1.1.1` is in `to-10.1.1.1`, and in neither `210.1.1.1` nor `10.1.1.10`; an algorithm is found by its
 * whole name, since `group2` is not `group24`.
 */
function isWhole(wanted: string, network: Network | null, field: MatchField, text: string) {
  return field !== "algorithm" && (network === null || standsAlone(wanted, text));
}

function standsAlone(address: string, text: string): boolean {
  const [before, after] = address.includes(":")
    ? [/[\da-f:]$/, /^[\da-f:]/]
    : [/(\d|\d\.)$/, /^(\d|\.\d)/];
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    const rest = text.slice(at + address.length);
    if (!before.test(text.slice(0, at)) && !after.test(rest)) return true;
  }
  return false;
}

export function better(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
