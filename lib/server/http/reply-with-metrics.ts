import "server-only";
import { currentMetricsUser } from "@/lib/server/auth/current-user";
import { portionedStream } from "@/lib/server/export/portioned-stream";
import { reply } from "@/lib/server/http/reply";
import { type DataRequest, readNoParameters } from "@/lib/server/http/reply-with-data";
import { readMetrics } from "@/lib/server/metrics/metrics-text";
import { metricsRegistry } from "@/lib/server/runtime/metrics-registry";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { requestContext } from "@/lib/server/runtime/request-context";

/** The reply to a scrape: the metrics as text, or a problem. */
export function replyWithMetrics({ nextUrl }: Pick<DataRequest, "nextUrl">): Promise<Response> {
  return reply(async () => {
    const user = await currentMetricsUser();
    const asked = readNoParameters(nextUrl.searchParams);
    if (!asked.ok) throw new ParameterError(asked.parameter, asked.reason);
    const texts = await readMetrics(user);
    const request = requestContext();
    const body = await portionedStream(texts.values(), () => request?.response.destroy());
    return new Response(body, {
      headers: { "Content-Type": metricsRegistry().contentType, "Cache-Control": "no-store" },
    });
  });
}
