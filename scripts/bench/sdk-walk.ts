import RPCClient from "@alicloud/pop-core";
import type { Account } from "@/scripts/bench/app";

const PAGE_SIZE = 50;

type Regions = { Regions: { Region: { RegionId: string }[] } };
type Page = { TotalCount: number; VpnConnections: { VpnConnection: unknown[] } };

/** What a script with Alibaba's SDK does: one page after another, one region after another. */
export async function walkWithSdk(
  account: Account,
): Promise<{ connections: number; calls: number }> {
  const client = new RPCClient({
    endpoint: account.url,
    apiVersion: "2016-04-28",
    accessKeyId: account.accessKeyId,
    accessKeySecret: account.accessKeySecret,
  });
  const ask = <Answer>(action: string, parameters: object) =>
    client.request<Answer>(action, parameters, { method: "POST" });
  const { Regions } = await ask<Regions>("DescribeRegions", {});
  let calls = 1;
  let connections = 0;
  for (const { RegionId } of Regions.Region) {
    let total = 0;
    let read = 0;
    for (let PageNumber = 1; PageNumber === 1 || read < total; PageNumber += 1) {
      const page = { RegionId, PageNumber, PageSize: PAGE_SIZE };
      const { TotalCount, VpnConnections } = await ask<Page>("DescribeVpnConnections", page);
      calls += 1;
      total = TotalCount;
      read += VpnConnections.VpnConnection.length;
    }
    connections += read;
  }
  return { connections, calls };
}
