/** The API joins CIDRs with commas; hand-made bodies add spaces. */
export function splitSubnets(joined: string | null): string[] {
  return [...new Set((joined ?? "").split(/[\s,]+/))].filter((cidr) => cidr !== "");
}

/** Both sides open: the gateway's route table decides what enters the tunnel, not the connection. */
export function isDestinationRouting(connection: {
  localSubnets: string[];
  remoteSubnets: string[];
}): boolean {
  return isOpen(connection.localSubnets) && isOpen(connection.remoteSubnets);
}

function isOpen(cidrs: string[]): boolean {
  return cidrs.length === 1 && cidrs[0] === "0.0.0.0/0";
}
