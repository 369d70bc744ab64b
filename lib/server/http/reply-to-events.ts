import "server-only";
import { downloadEvents } from "@/lib/server/export/events";
import { allEvents, listEvents } from "@/lib/server/history/event-list";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import { readEvents } from "@/lib/vpn/search-params-history";

/** The reply of the address of events: a page of them, or all that the question finds as a file. */
export function replyToEvents(request: DataRequest): Promise<Response> {
  return replyWithData(request, readEvents, async (user, { events, format }) => {
    if (format === null) return listEvents(events, user);
    if (!(await startDownload())) return connectionClosed();
    return downloadEvents(events, allEvents(events, user), format);
  });
}
