import { group24, shangMiAlgorithms, tripleDes, unheardOf } from "./algorithms";
import type { FixedGateway, Plan } from "./plan";

export type ShowcasePlan = Partial<Plan> & Pick<Plan, "kind" | "outcome">;

const hundredCharacters = "hz-prod-vpc-core-services-to-frankfurt-colocation-facility-dc1-"
  .concat("rack-14-firewall-pair-a-primary-uplink-")
  .slice(0, 100);

/** Has a bit of everything, and has to be renewed soon. */
const core: FixedGateway = {
  name: "vgw-hz-core",
  endsInDays: 12,
  hasSslVpn: true,
  tags: [
    { Key: "env", Value: "prod" },
    { Key: "部门", Value: "信息" },
  ],
};
/** Not renewed in time, and not locked yet. */
const branches: FixedGateway = { name: "vgw-hz-branches", endsInDays: -2 };
const nextGeneration: FixedGateway = { name: "vgw-hz-next-gen", isEnhanced: true };
const unpaid: FixedGateway = { name: "vgw-sh-stores", isLocked: true };

/** One of each kind worth looking at, mostly healthy. */
const hangzhou: readonly ShowcasePlan[] = [
  { kind: "dual", outcome: "up", name: "hz-prod-to-frankfurt-dc1", gateway: core, bgp: "success" },
  {
    kind: "single",
    outcome: "up",
    name: "上海总部-专线备份",
    createTime: Date.UTC(2017, 8, 12, 3, 20),
    algorithms: group24,
    healthCheck: "success",
  },
  { kind: "dual", outcome: "degraded", name: "sap-hana-dr-link", gateway: core, bgp: "success" },
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
  {
    kind: "dual",
    outcome: "up",
    name: "<b>R&D</b> \"lab\" & 'test' 🚀",
    gateway: core,
    bgp: "none",
  },
  { kind: "single", outcome: "up", name: "azure-westeurope-hub", gateway: branches, bgp: "false" },
  { kind: "shang-mi", outcome: "up", name: "政务云-国密专网", algorithms: shangMiAlgorithms },
  { kind: "dual", outcome: "up", name: "", gateway: core },
  { kind: "unattached", outcome: "never", name: "tr-migration-pending" },
  { kind: "dual", outcome: "up", name: "erp-many-networks", gateway: core, subnets: "many" },
  { kind: "transit-router", outcome: "degraded", name: "cen-to-hq-any", subnets: "any" },
  { kind: "dual", outcome: "up", name: "مكتب دبي - الرئيسي", gateway: core },
  {
    kind: "single",
    outcome: "down",
    name: "suzhou-branch-lte",
    gateway: branches,
    status: "ipsec_sa_not_established",
  },
  { kind: "dual", outcome: "up", name: "=cmd|' /C calc'!A0", gateway: core },
  { kind: "single", outcome: "up", name: hundredCharacters, healthCheck: "failed" },
  { kind: "dual", outcome: "down", name: "partner-logistics-edi", gateway: core },
  {
    kind: "dual",
    outcome: "up",
    name: "next-gen-firewall-poc",
    gateway: nextGeneration,
    algorithms: unheardOf,
  },
  { kind: "single", outcome: "down", name: "legacy-warehouse", status: "ike_sa_established" },
  { kind: "dual", outcome: "never", name: "温州分公司-新建", gateway: core },
  // No documentation knows this state.
  { kind: "single", outcome: "down", name: "beta-firmware-peer", status: "ipsec_sa_rekeying" },
];

const shanghai: readonly ShowcasePlan[] = [
  { kind: "single", outcome: "up", name: "sh-prod-to-stores-pos", gateway: unpaid },
  { kind: "single", outcome: "up", name: "上海总部-门店结算", gateway: unpaid },
];

/** What cn-hangzhou and cn-shanghai, always the first two, begin with. */
export const showcase = [hangzhou, shanghai];
