import "server-only";
import { downloadFindings } from "@/lib/server/export/findings";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import { allFindings, listFindings } from "@/lib/server/inventory/findings";
import { readFindings } from "@/lib/vpn/search-params-findings";

/** The reply of the address of findings: a page of them, or all that the question finds as a file. */
export function replyToFindings(request: DataRequest): Promise<Response> {
  return replyWithData(request, readFindings, async (user, { findings, format, waitSeconds }) => {
    if (format === null) return listFindings(findings, user, waitSeconds * 1000);
    const whole = await allFindings(findings, user);
    return (await startDownload()) ? downloadFindings(findings, whole, format) : connectionClosed();
  });
}
