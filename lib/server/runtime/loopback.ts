import "server-only";
import { isIPv4 } from "node:net";

/** Whether a host name or address, as in a URL or a Host header without its port, means this machine. */
export function isLoopbackName(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return bare === "localhost" || isLoopbackAddress(bare);
}

/** Of a socket: IPv4 may come in IPv6's clothes. */
export function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}

/** The name in a Host header; null where it is not one. */
export function nameOfHost(host: string | null): string | null {
  return /^(\[[\da-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.exec(host ?? "")?.[1] ?? null;
}
