import { objectName } from "@/lib/vpn/peer-config/safe-text";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/**
 * The name of phase 1 is that of an interface, of at most 15 characters
 * (https://docs.fortinet.com/document/fortigate/7.4.1/administration-guide/790613/phase-1-configuration).
 */
const MAX_INTERFACE_NAME = 15;

export function interfaceName(model: PeerModel, { number }: PeerTunnel): string {
  const suffix = `-${number}`;
  return `${objectName(model.objectName, MAX_INTERFACE_NAME - suffix.length)}${suffix}`;
}

/** `config … end`; nothing at all where it would be empty. */
export function config(path: string, ...parts: (Lines | string | null)[]): string[] {
  const inner = parts.flat().filter((line) => line !== null);
  return inner.length === 0 ? [] : [`config ${path}`, ...inner.map((line) => `    ${line}`), "end"];
}

/** `edit … next`. */
export function edit(name: string, ...parts: (Lines | string | null)[]): string[] {
  const inner = parts.flat().filter((line) => line !== null);
  return [`edit ${name}`, ...inner.map((line) => `    ${line}`), "next"];
}

/** FortiOS takes the next free number for it. */
export const NEXT_NUMBER = "0";

export const quoted = (name: string) => `"${name}"`;
