import { group24, shangMiAlgorithms, tripleDes, unheardOf } from "./algorithms";
import type { Plan } from "./plan";

type ShowcasePlan = Partial<Plan> & Pick<Plan, "kind" | "outcome">;

const hundredCharacters = "hz-prod-vpc-core-services-to-frankfurt-colocation-facility-dc1-"
  .concat("rack-14-firewall-pair-a-primary-uplink-")
  .slice(0, 100);

/** One of each kind worth looking at, mostly healthy; cn-hangzhou begins with these. */
export const showcase: readonly ShowcasePlan[] = [
  { kind: "dual", outcome: "up", name: "hz-prod-to-frankfurt-dc1", bgp: "success" },
  {
    kind: "single",
    outcome: "up",
    name: "上海总部-专线备份",
    createTime: Date.UTC(2017, 8, 12, 3, 20),
    algorithms: group24,
    healthCheck: "success",
  },
  { kind: "dual", outcome: "degraded", name: "sap-hana-dr-link", bgp: "success" },
  { kind: "transit-router", outcome: "up", name: "cen-backbone-sin", bgp: "success" },
  {
    kind: "single",
    outcome: "down",
    name: "宁波工厂-旧防火墙",
    status: "ike_sa_not_established",
    createTime: Date.UTC(2018, 1, 23, 13, 10),
    algorithms: tripleDes,
    healthCheck: "failed",
  },
  { kind: "dual", outcome: "up", name: "<b>R&D</b> \"lab\" & 'test' 🚀", bgp: "none" },
  { kind: "single", outcome: "up", name: "azure-westeurope-hub", bgp: "false" },
  { kind: "shang-mi", outcome: "up", name: "政务云-国密专网", algorithms: shangMiAlgorithms },
  { kind: "dual", outcome: "up", name: "" },
  { kind: "unattached", outcome: "never", name: "tr-migration-pending" },
  { kind: "dual", outcome: "up", name: "erp-many-networks", subnets: "many" },
  { kind: "transit-router", outcome: "degraded", name: "cen-to-hq-any", subnets: "any" },
  { kind: "dual", outcome: "up", name: "مكتب دبي - الرئيسي" },
  {
    kind: "single",
    outcome: "down",
    name: "suzhou-branch-lte",
    status: "ipsec_sa_not_established",
  },
  { kind: "dual", outcome: "up", name: "=cmd|' /C calc'!A0" },
  { kind: "single", outcome: "up", name: hundredCharacters, healthCheck: "failed" },
  { kind: "dual", outcome: "down", name: "partner-logistics-edi" },
  { kind: "dual", outcome: "up", name: "next-gen-firewall-poc", algorithms: unheardOf },
  { kind: "single", outcome: "down", name: "legacy-warehouse", status: "ike_sa_established" },
  { kind: "dual", outcome: "never", name: "温州分公司-新建" },
  // No documentation knows this state.
  { kind: "single", outcome: "down", name: "beta-firmware-peer", status: "ipsec_sa_rekeying" },
];
