import type { Rule } from "@/lib/vpn/findings/rule";
import { bgpCidrRule } from "@/lib/vpn/findings/rules/bgp-cidr";
import { bgpSessionRules } from "@/lib/vpn/findings/rules/bgp-session";
import { dhGroupRules } from "@/lib/vpn/findings/rules/dh-group";
import { dpdOffRule } from "@/lib/vpn/findings/rules/dpd-off";
import { encryptionRules } from "@/lib/vpn/findings/rules/encryption";
import { gatewayExpiringRule } from "@/lib/vpn/findings/rules/gateway-expiring";
import { ikeVersionRules } from "@/lib/vpn/findings/rules/ike-version";
import { ikeV1LimitRules } from "@/lib/vpn/findings/rules/ikev1-limits";
import { integrityRules } from "@/lib/vpn/findings/rules/integrity";
import { lifetimeRules } from "@/lib/vpn/findings/rules/lifetimes";
import { peerIkeDiffersRule } from "@/lib/vpn/findings/rules/peer-ike-differs";
import { preSharedKeyRules } from "@/lib/vpn/findings/rules/pre-shared-key";
import { pskReusedRule } from "@/lib/vpn/findings/rules/psk-reused";
import { redundancyRules } from "@/lib/vpn/findings/rules/redundancy";
import { subnetOverlapRule } from "@/lib/vpn/findings/rules/subnet-overlap";
import { subnetReservedRule } from "@/lib/vpn/findings/rules/subnet-reserved";
import { tunnelsDifferRule } from "@/lib/vpn/findings/rules/tunnels-differ";
import { unattachedRule } from "@/lib/vpn/findings/rules/unattached";

/** All rules that are applied, in the order of `RULE_IDS`. */
export const RULES: readonly Rule[] = [
  ...ikeVersionRules,
  ...encryptionRules,
  ...integrityRules,
  ...dhGroupRules,
  ...lifetimeRules,
  ...preSharedKeyRules,
  pskReusedRule,
  ...redundancyRules,
  tunnelsDifferRule,
  ...ikeV1LimitRules,
  peerIkeDiffersRule,
  subnetOverlapRule,
  subnetReservedRule,
  dpdOffRule,
  ...bgpSessionRules,
  bgpCidrRule,
  gatewayExpiringRule,
  unattachedRule,
];
