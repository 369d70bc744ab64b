import "server-only";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { getLogParts } from "@/lib/server/inventory/connection-logs";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import type { InitialData } from "@/lib/vpn/initial-data";
import type { ConnectionLogs, LogQuestion } from "@/lib/vpn/logs/connection-logs";
import { possibleQuestion } from "@/lib/vpn/logs/possible-question";

/** What the page of logs starts with: of what makes no sense in its address, the default. */
export async function firstLogs(
  regionId: string,
  id: string,
  asked: LogQuestion,
): Promise<InitialData<ConnectionLogs>> {
  const user = await pageUser();
  const read = async () => {
    const connection = await getVpnConnection(regionId, id, user);
    const question = possibleQuestion(asked, connection, Date.now());
    return getLogParts(connection, question);
  };
  return initialData(read());
}
