import {
  EVERYTHING,
  keyOf,
  numberOf,
  only,
  type SeenBgp,
  type SeenTunnel,
} from "@/lib/vpn/testing/peer-config/seen";
import {
  following,
  namesAfter,
  readSetLines,
  valueAfter,
} from "@/lib/vpn/testing/peer-config/set-lines";

const ENCRYPTIONS = {
  des: "des-cbc",
  "3des": "3des-cbc",
  aes: "aes-128-cbc",
  aes192: "aes-192-cbc",
  aes256: "aes-256-cbc",
};
const HASHES = {
  md5: "md5",
  sha1: "sha1",
  sha256: "sha-256",
  sha384: "sha-384",
  sha512: "sha-512",
};
const HMACS = {
  md5: "hmac-md5-96",
  sha1: "hmac-sha1-96",
  sha256: "hmac-sha-256-128",
  sha384: "hmac-sha-384",
  sha512: "hmac-sha-512",
};

export function readJunos(text: string): SeenTunnel[] {
  const lines = readSetLines(text, '"');
  return namesAfter(lines, "security ipsec vpn").map((name) => tunnelOf(lines, name));
}

function tunnelOf(lines: string[][], name: string): SeenTunnel {
  const zones = following(lines, "security zones security-zone");
  const value = (path: string) => valueAfter(lines, path) ?? "";
  const vpn = `security ipsec vpn ${name}`;
  const device = value(`${vpn} bind-interface`);
  const gateway = value(`${vpn} ike gateway`);
  if (!zones.some((words) => words.at(-1) === device)) throw new Error(`${device} has no zone`);
  const routes = following(lines, "routing-options")
    .map((words) => {
      const isOfIpv6 = words.join(" ").startsWith("rib inet6.0 static ");
      if (words.some((word) => word.includes("::")) !== isOfIpv6) throw new Error("another table");
      return words.slice(words.indexOf("static") + 1);
    })
    .filter((words) => words[0] === "route" && words[3] === device);
  return {
    ...ikeOf(lines, gateway),
    ...ipsecOf(lines, value(`${vpn} ike ipsec-policy`)),
    selectors: selectorsOf(lines, vpn),
    routes: routes.map(([, network = ""]) => network).toSorted(),
    distance: numberOf(routes[0]?.[5]),
    bgp: bgpOf(lines, device.slice("st0.".length)),
  };
}

function ikeOf(lines: string[][], name: string) {
  const gateway = (path: string) => valueAfter(lines, `security ike gateway ${name} ${path}`);
  const policyName = gateway("ike-policy") ?? "";
  const policy = (path: string) => valueAfter(lines, `security ike policy ${policyName} ${path}`);
  const proposalName = policy("proposals") ?? "";
  const proposal = (path: string) =>
    valueAfter(lines, `security ike proposal ${proposalName} ${path}`) ?? "";
  if (proposal("authentication-method") !== "pre-shared-keys") throw new Error("no key");
  return {
    remoteAddress: gateway("address") ?? "",
    ikeVersion: (gateway("version") ?? "").replace(/^v(\d)-only$/, "ikev$1"),
    ikeMode: policy("mode") ?? null,
    ike: [
      keyOf(ENCRYPTIONS, proposal("encryption-algorithm")),
      keyOf(HASHES, proposal("authentication-algorithm")),
      proposal("dh-group"),
    ].join("-"),
    ikeLifetime: Number(proposal("lifetime-seconds")) || null,
    psk: policy("pre-shared-key ascii-text") ?? "",
    localId: idOf(gateway("local-identity") ?? ""),
    remoteId: idOf(gateway("remote-identity") ?? ""),
    dpd: following(lines, `security ike gateway ${name} dead-peer-detection`).length === 3,
  };
}

const ID_TYPES: Record<string, string> = {
  inet: "address",
  hostname: "fqdn",
  "user-at-hostname": "email",
};

function idOf(text: string): string {
  const [type = "", value = ""] = text.split(" ");
  return `${ID_TYPES[type]} ${value}`;
}

function ipsecOf(lines: string[][], name: string) {
  const policy = (path: string) => valueAfter(lines, `security ipsec policy ${name} ${path}`);
  const proposalName = policy("proposals") ?? "";
  const proposal = (path: string) =>
    valueAfter(lines, `security ipsec proposal ${proposalName} ${path}`) ?? "";
  if (proposal("protocol") !== "esp") throw new Error("no ESP");
  return {
    ipsec: [
      keyOf(ENCRYPTIONS, proposal("encryption-algorithm")),
      keyOf(HMACS, proposal("authentication-algorithm")),
      policy("perfect-forward-secrecy keys") ?? "disabled",
    ].join("-"),
    ipsecLifetime: Number(proposal("lifetime-seconds")) || null,
  };
}

function selectorsOf(lines: string[][], vpn: string): string[] {
  const names = namesAfter(lines, `${vpn} traffic-selector`);
  if (names.length === 0) return [`${EVERYTHING} ${EVERYTHING}`];
  return names
    .map((name) => {
      const side = (way: string) => valueAfter(lines, `${vpn} traffic-selector ${name} ${way}`);
      return `${side("local-ip")} ${side("remote-ip")}`;
    })
    .toSorted();
}

function bgpOf(lines: string[][], unit: string): SeenBgp | null {
  const address = valueAfter(lines, `interfaces st0 unit ${unit} family inet address`);
  if (address === undefined) return null;
  const [localAddress = "", length] = address.split("/");
  if (length !== "30") throw new Error(`length ${length}`);
  const network = localAddress.slice(0, localAddress.lastIndexOf("."));
  const group = `protocols bgp group ${only(namesAfter(lines, "protocols bgp group"), "group")}`;
  const neighbors = namesAfter(lines, `${group} neighbor`);
  const remoteAddress = only(
    neighbors.filter((one) => one.startsWith(`${network}.`)),
    "neighbor",
  );
  const value = (path: string) => valueAfter(lines, `${group} neighbor ${remoteAddress} ${path}`);
  const imported = `policy-options policy-statement ${value("import")}`;
  const exported = `policy-options policy-statement ${valueAfter(lines, `${group} export`)}`;
  only(following(lines, `${exported} term local from route-filter`), "announced network");
  only(following(lines, `${exported} term others then reject`), "end of what is announced");
  return {
    localAsn:
      value("local-as")?.split(" ")[0] ??
      valueAfter(lines, "routing-options autonomous-system") ??
      "",
    remoteAsn: value("peer-as") ?? "",
    localAddress,
    remoteAddress,
    key: value("authentication-key") ?? null,
    localPreference: Number(valueAfter(lines, `${imported} then local-preference`)),
  };
}
