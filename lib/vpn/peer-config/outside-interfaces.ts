import { addressText } from "@/lib/vpn/peer-config/addresses";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Note, Placeholder } from "@/lib/vpn/peer-config/said";
import { OF_DEVICE, OUTSIDE_INTERFACE } from "@/lib/vpn/peer-config/vendor-parts";

/**
 * A pair with two customer gateways ends at two addresses of the device, on two lines as a rule. Addresses that
 * could not be read may be the same.
 */
export function hasTwoLines({ tunnels }: PeerModel): boolean {
  const known = tunnels
    .map(({ local }) => local.address)
    .filter((one) => addressText(one) !== null);
  return new Set(known).size > 1;
}

/** A placeholder for what each line has one of: with the tunnel's number where there are two lines. */
export function ofLine(model: PeerModel, { number }: PeerTunnel, name: string): string {
  return hasTwoLines(model) ? `${name}-${number}` : name;
}

export const outsideInterface = (model: PeerModel, tunnel: PeerTunnel) =>
  ofLine(model, tunnel, OUTSIDE_INTERFACE);

/** Each once, in the order of the tunnels. */
export function outsideInterfaces(model: PeerModel): string[] {
  return [...new Set(model.tunnels.map((tunnel) => outsideInterface(model, tunnel)))];
}

/** Those of the device, with one outside interface or with one for each tunnel. */
export function placeholdersOfDevice(model: PeerModel): Placeholder[] {
  if (!hasTwoLines(model)) return OF_DEVICE;
  return [
    ...OF_DEVICE.filter(({ name }) => name !== OUTSIDE_INTERFACE),
    ...model.tunnels.map((tunnel): Placeholder => {
      const values = { tunnel: tunnel.number, address: tunnel.local.address };
      const name = outsideInterface(model, tunnel);
      return { name, meaning: "outsideInterfaceOfTunnel", values };
    }),
  ];
}

/** A device that sends both tunnels by its default route loses the one of the other line. */
export function lineNotes(model: PeerModel): Note[] {
  if (!hasTwoLines(model)) return [];
  return model.tunnels.map(({ number, local, remote }): Note => {
    const values = { tunnel: number, local: local.address, remote: remote.address };
    return { note: "twoLines", values };
  });
}
