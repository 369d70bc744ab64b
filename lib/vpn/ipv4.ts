const OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ADDRESS = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`);

/** The address as an unsigned number, or null for anything that is not a plain IPv4 address. */
export function ipv4(text: string): number | null {
  const octets = ADDRESS.exec(text)?.slice(1);
  return octets?.reduce((value, octet) => value * 256 + Number(octet), 0) ?? null;
}

/** Whether `10.3.0.0/16` holds the address; a CIDR that is none holds nothing. */
export function cidrHolds(cidr: string, address: number): boolean {
  const [network = "", length = "32"] = cidr.split("/");
  const base = ipv4(network);
  if (base === null || !/^([12]?\d|3[0-2])$/.test(length)) return false;
  const size = 2 ** (32 - Number(length));
  return Math.floor(base / size) === Math.floor(address / size);
}
