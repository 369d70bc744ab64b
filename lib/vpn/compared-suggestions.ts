import type { VpnConnection } from "@/lib/vpn/types";

/** A browser's list of suggestions gains nothing from more. */
const MAX_SUGGESTIONS = 200;

/** What a connection may be compared with, by name; by id where several have the name. Those of its region first. */
export function suggestionsOf(
  { regionId, vpnConnectionId }: VpnConnection,
  all: VpnConnection[],
): string[] {
  const counts = new Map<string, number>();
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  const others = all.filter((one) => one.vpnConnectionId !== vpnConnectionId);
  return [
    ...others.filter((one) => one.regionId === regionId),
    ...others.filter((one) => one.regionId !== regionId),
  ]
    .slice(0, MAX_SUGGESTIONS)
    .map((one) => (one.name !== "" && counts.get(one.name) === 1 ? one.name : one.vpnConnectionId));
}
