/** What the log of a tunnel is made of. Bodies of tests may lack any of it. */
export type TunnelFacts = {
  connectionId: string;
  /** Undefined for the one tunnel of a single-tunnel connection. */
  tunnelId: string | undefined;
  status: string;
  local: string;
  remote: string;
  localNetwork: string;
  remoteNetwork: string;
  ikeVersion: string;
  ikeGroup: string;
  ipsecGroup: string;
  encryption: string;
  daemon: "racoon" | "strongSwan";
};
