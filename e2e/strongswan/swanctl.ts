import type { Host } from "@/e2e/strongswan/host";

/** Longer than charon tries. */
const TIMEOUT_SECONDS = 20;

export type ChildSa = {
  name: string;
  /** `INSTALLED` while packets pass. */
  state: string;
  packetsIn: number;
  packetsOut: number;
  /** DH group of its last key exchange; null for the first CHILD_SA of IKEv2, whose keys are the IKE SA's. */
  group: string | null;
  /** Seconds until its keys are renewed, and until it ends. */
  rekeyIn: number;
  endsIn: number;
};

export type IkeSa = {
  name: string;
  state: string;
  /** Seconds until its keys are renewed. */
  rekeyIn: number;
  children: ChildSa[];
};

/** Loads a file as its reader would, and returns the connections that charon knows then. */
export async function load(host: Host, name: string, text: string): Promise<string[]> {
  await host.write(`/etc/swanctl/conf.d/${name}`, text);
  await swanctl(host, "--load-all");
  const output = await swanctl(host, "--list-conns", "--raw");
  return [...output.matchAll(/^list-conn event \{(\S+) \{/gm)].map(first);
}

export const initiate = (host: Host, child: string, timeoutSeconds = TIMEOUT_SECONDS) =>
  swanctl(host, "--initiate", "--child", child, "--timeout", String(timeoutSeconds));

/** Renews the keys of a CHILD_SA. */
export const rekey = (host: Host, child: string) => swanctl(host, "--rekey", "--child", child);

export const terminate = (host: Host, connection: string) =>
  swanctl(host, "--terminate", "--ike", connection, "--timeout", String(TIMEOUT_SECONDS));

export async function securityAssociations(host: Host): Promise<IkeSa[]> {
  const output = await swanctl(host, "--list-sas", "--raw");
  return [...output.matchAll(/^list-sa event \{(\S+) \{(.*)child-sas \{(.*)\}\}\}\}?$/gm)].map(
    ([, name = "", ike = "", children = ""]) => ({
      name,
      state: valueOf(ike, "state") ?? "",
      rekeyIn: Number(valueOf(ike, "rekey-time")),
      children: [...children.matchAll(/\{([^{}]*)\}/g)].map(first).map(toChildSa),
    }),
  );
}

/** Those over which packets pass, of all connections. */
export async function installed(host: Host): Promise<ChildSa[]> {
  const all = await securityAssociations(host);
  return all.flatMap(({ children }) => children).filter(({ state }) => state === "INSTALLED");
}

function toChildSa(text: string): ChildSa {
  return {
    name: valueOf(text, "name") ?? "",
    state: valueOf(text, "state") ?? "",
    packetsIn: Number(valueOf(text, "packets-in")),
    packetsOut: Number(valueOf(text, "packets-out")),
    group: valueOf(text, "dh-group"),
    rekeyIn: Number(valueOf(text, "rekey-time")),
    endsIn: Number(valueOf(text, "life-time")),
  };
}

function valueOf(text: string, key: string): string | null {
  const [, value] = new RegExp(`(?:^| )${key}=(\\S+)`).exec(text) ?? [];
  return value ?? null;
}

const first = ([, value = ""]: RegExpMatchArray) => value;

/** Throws all that it and charon said of it if it failed. */
function swanctl(host: Host, ...args: string[]): Promise<string> {
  return host.must(["swanctl", ...args]);
}
