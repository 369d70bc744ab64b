import "server-only";
import { downloadSubnets } from "@/lib/server/export/subnets";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import { allSubnets, listSubnets } from "@/lib/server/inventory/subnets";
import { readSubnets } from "@/lib/vpn/search-params-subnets";

/** The reply of the address of subnets: a page of them, or all that the question finds as a file. */
export function replyToSubnets(request: DataRequest): Promise<Response> {
  return replyWithData(request, readSubnets, async (user, { subnets, format, waitSeconds }) => {
    if (format === null) return listSubnets(subnets, user, waitSeconds * 1000);
    const whole = await allSubnets(subnets, user);
    return (await startDownload()) ? downloadSubnets(subnets, whole, format) : connectionClosed();
  });
}
