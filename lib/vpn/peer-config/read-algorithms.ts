import {
  DH_GROUPS,
  type DhGroup,
  ENCRYPTIONS,
  INTEGRITIES,
  NO_PFS,
} from "@/lib/vpn/peer-config/algorithms";
import type { PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { commentText } from "@/lib/vpn/peer-config/safe-text";
import type { Refusal, SettingName } from "@/lib/vpn/peer-config/said";
import type { VpnTunnel } from "@/lib/vpn/types";

type Algorithms = Pick<PeerTunnel, "ike" | "ipsec">;

const PFS_CHOICES = [...DH_GROUPS, NO_PFS] as const;
const IKE_VERSIONS = ["ikev1", "ikev2"] as const;

/** A device whose timers end a little sooner renews first, and never finds that Alibaba has dropped the SA. */
const LIFETIME_PART = 0.9;

/** What both ends must agree on: all of it, or each setting that is absent or of which nothing is known here. */
export function readAlgorithms(
  { ikeConfig, ipsecConfig }: VpnTunnel,
  tunnel: number,
): Algorithms | { refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  function chosen<Value extends string>(
    setting: SettingName,
    values: readonly Value[],
    text: string | null,
  ): Value | null {
    const found = values.find((value) => value === text?.trim().toLowerCase());
    if (found !== undefined) return found;
    refusals.push(refusalOf(setting, text, tunnel));
    return null;
  }
  const version = chosen("ikeVersion", IKE_VERSIONS, ikeConfig.ikeVersion);
  const ike = {
    encryption: chosen("ikeEncAlg", ENCRYPTIONS, ikeConfig.ikeEncAlg),
    integrity: chosen("ikeAuthAlg", INTEGRITIES, ikeConfig.ikeAuthAlg),
    group: chosen("ikePfs", DH_GROUPS, ikeConfig.ikePfs),
  };
  const ipsec = {
    encryption: chosen("ipsecEncAlg", ENCRYPTIONS, ipsecConfig.ipsecEncAlg),
    integrity: chosen("ipsecAuthAlg", INTEGRITIES, ipsecConfig.ipsecAuthAlg),
    pfs: chosen("ipsecPfs", PFS_CHOICES, ipsecConfig.ipsecPfs),
  };
  if (!isComplete(ike) || !isComplete(ipsec) || version === null) return { refusals };
  return {
    ike: {
      ...ike,
      version: version === "ikev1" ? 1 : 2,
      // IKEv2 knows no modes, whatever the API says.
      isAggressive: version === "ikev1" && ikeConfig.ikeMode?.toLowerCase() === "aggressive",
      lifetimeSeconds: shorter(ikeConfig.ikeLifetime),
      remoteLifetimeSeconds: ikeConfig.ikeLifetime,
    },
    ipsec: {
      ...ipsec,
      pfs: withoutNone(ipsec.pfs),
      lifetimeSeconds: shorter(ipsecConfig.ipsecLifetime),
    },
  };
}

type Complete<Choices> = { [Name in keyof Choices]: NonNullable<Choices[Name]> };

function isComplete<Choices extends object>(
  choices: Choices,
): choices is Choices & Complete<Choices> {
  return Object.values(choices).every((choice) => choice !== null);
}

function withoutNone(pfs: DhGroup | typeof NO_PFS): DhGroup | null {
  return pfs === NO_PFS ? null : pfs;
}

function refusalOf(setting: SettingName, text: string | null, tunnel: number): Refusal {
  if (text === null || text.trim() === "")
    return { refusal: "absent", setting, values: { tunnel } };
  return { refusal: "unknownValue", setting, values: { tunnel, value: commentText(text) } };
}

function shorter(seconds: number | null): number | null {
  return seconds === null || seconds <= 0 ? null : Math.max(1, Math.floor(seconds * LIFETIME_PART));
}
