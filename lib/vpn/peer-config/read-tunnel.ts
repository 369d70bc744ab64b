import { addressText } from "@/lib/vpn/peer-config/addresses";
import type { PeerConfigInput, TunnelContext } from "@/lib/vpn/peer-config/input";
import type { Identity, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { readAlgorithms } from "@/lib/vpn/peer-config/read-algorithms";
import { readBgp } from "@/lib/vpn/peer-config/read-bgp";
import { isSafeEmail, isSafeFqdn } from "@/lib/vpn/peer-config/safe-text";
import type { Refusal } from "@/lib/vpn/peer-config/said";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import type { VpnTunnel } from "@/lib/vpn/types";

const DPD = { delaySeconds: 10, retries: 3 };

/** Here, and nowhere else, local and remote are swapped. */
export function readTunnel(
  tunnel: VpnTunnel,
  context: TunnelContext,
): PeerTunnel | { refusals: Refusal[] } {
  const { number, rank, input, placeholders } = context;
  if (tunnel.remoteCaCertificate.configured) {
    return { refusals: [{ refusal: "certificates", values: { tunnel: number } }] };
  }
  const algorithms = readAlgorithms(tunnel, number);
  if ("refusals" in algorithms) return algorithms;
  const { localId: alibabaId, remoteId: deviceId } = tunnel.ikeConfig;
  const gateway = customerGatewayOf(tunnel, input);
  const gatewayAddress = addressText(gateway?.ipAddress ?? null);
  const localAddress = gatewayAddress ?? addressText(deviceId);
  const remoteAddress = alibabaAddressOf(tunnel, number, input) ?? addressText(alibabaId);
  const values = { tunnel: number };
  const local =
    localAddress ?? placeholders.add(`REPLACE-LOCAL-ADDRESS-${number}`, "localAddress", values);
  const remote =
    remoteAddress ?? placeholders.add(`REPLACE-ALIBABA-ADDRESS-${number}`, "remoteAddress", values);
  return {
    number,
    rank,
    local: {
      address: local,
      identity: identityOf(deviceId, local, () =>
        placeholders.add(`REPLACE-LOCAL-ID-${number}`, "localId", values),
      ),
      isBehindNat:
        gatewayAddress !== null && (addressText(deviceId) ?? gatewayAddress) !== gatewayAddress,
    },
    remote: {
      address: remote,
      identity: identityOf(alibabaId, remote, () =>
        placeholders.add(`REPLACE-ALIBABA-ID-${number}`, "remoteId", values),
      ),
    },
    psk: placeholders.add(`REPLACE-PSK-${number}`, "psk", values),
    ...algorithms,
    dpd: tunnel.enableDpd === false ? null : DPD,
    natTraversal: tunnel.enableNatTraversal,
    bgp: readBgp(tunnel, gateway, context),
  };
}

/** A pair names the gateway of each tunnel; older answers name it of the connection only. */
function customerGatewayOf(
  { customerGatewayId }: VpnTunnel,
  { connection, customerGateways }: PeerConfigInput,
): CustomerGateway | null {
  const [ofConnection, ...others] = connection.customerGatewayIds;
  const id = customerGatewayId ?? (others.length === 0 ? ofConnection : undefined);
  return customerGateways.find((one) => one.customerGatewayId === id) ?? null;
}

/** The second tunnel of a pair ends at the gateway's second address, never at that of the connection. */
function alibabaAddressOf(
  { internetIp }: VpnTunnel,
  number: number,
  { connection, vpnGateway }: PeerConfigInput,
): string | null {
  if (number > 1)
    return addressText(internetIp) ?? addressText(vpnGateway?.disasterRecoveryInternetIp ?? null);
  const candidates = [internetIp, connection.internetIp, vpnGateway?.internetIp ?? null];
  return candidates.map(addressText).find((address) => address !== null) ?? null;
}

/** Where none is set Alibaba uses the address. */
function identityOf(id: string | null, address: string, unsafe: () => string): Identity {
  const text = id?.trim() ?? "";
  if (text === "") return { type: "address", value: address };
  const asAddress = addressText(text);
  if (asAddress !== null) return { type: "address", value: asAddress };
  if (isSafeFqdn(text)) return { type: "fqdn", value: text };
  if (isSafeEmail(text)) return { type: "email", value: text };
  return { type: "fqdn", value: unsafe() };
}
