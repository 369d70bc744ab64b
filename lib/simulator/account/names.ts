import type { Random } from "./random";
import type { Region } from "./regions";

const environments = ["prod", "prod", "prod", "staging", "dev", "dr", "shared"];
const places = [
  "munich-office",
  "paris-branch",
  "chicago-dc2",
  "osaka-plant",
  "sydney-office",
  "rotterdam-warehouse",
  "milan-showroom",
  "dallas-colo",
  "penang-factory",
  "manchester-rnd",
  "aws-us-east-1",
  "azure-westeurope",
  "gcp-asia-east1",
  "equinix-fr5",
  "hq-core",
];
const partners = ["logistics", "payroll", "payment-gw", "edi", "sap", "cdn-origin", "soc", "bank"];
const systems = ["sap-hana", "erp", "crm", "mes", "wms", "plm", "backup", "monitoring", "voip"];
const roles = ["link", "dr-link", "replication", "vpn", "uplink", "failover"];

const chinesePlaces = [
  "上海总部",
  "苏州工厂",
  "南京分公司",
  "武汉研发中心",
  "西安办事处",
  "重庆数据中心",
  "宁波仓库",
  "厦门门店",
  "天津机房",
  "东莞工厂",
];
const chinesePurposes = [
  "专线备份",
  "生产互联",
  "灾备",
  "办公网",
  "合作方接入",
  "数据同步",
  "监控",
];

function chineseName(random: Random, region: Region): string {
  return random.chance(0.5)
    ? `${region.city}-${random.pick(chinesePlaces)}-${random.pick(chinesePurposes)}`
    : `${random.pick(chinesePlaces)}-${random.pick(chinesePurposes)}`;
}

function englishName(random: Random, region: Region): string {
  const environment = random.pick(environments);
  switch (random.integer(0, 3)) {
    case 0:
      return `${random.pick(systems)}-${region.short}-${random.pick(roles)}`;
    case 1:
      return `${region.short}-${environment}-partner-${random.pick(partners)}`;
    default:
      return `${region.short}-${environment}-to-${random.pick(places)}`;
  }
}

/** Names as people give them; a name that is taken gets a number, as people do. */
export function createNames(random: Random, region: Region) {
  const used = new Map<string, number>();
  const chineseShare = region.id.startsWith("cn-") ? 0.4 : 0.1;

  function numbered(name: string): string {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${String(count).padStart(2, "0")}`;
  }

  return {
    connection: () =>
      numbered(
        random.chance(chineseShare) ? chineseName(random, region) : englishName(random, region),
      ),
    vpnGateway: () => numbered(`vgw-${region.short}-${random.pick(environments)}`),
    customerGateway: () =>
      numbered(
        random.chance(chineseShare)
          ? `${random.pick(chinesePlaces)}-出口`
          : `cgw-${random.pick(places)}`,
      ),
  };
}

export type Names = ReturnType<typeof createNames>;
