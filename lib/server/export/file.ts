import "server-only";
import { portionedStream } from "@/lib/server/export/portioned-stream";
import { requestContext } from "@/lib/server/runtime/request-context";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";

const CONTENT_TYPE: Record<DownloadFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
};

type Portions = Iterator<string, void> | AsyncIterator<string, void>;

/** Where a file is from, as its name tells it. */
export const placeOf = (regionId: string | null) => regionId ?? "all-regions";

/** In UTC. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A file to keep. What its first portion throws is thrown here, before anything has been sent. */
export async function fileOf(
  nameParts: string[],
  format: DownloadFormat,
  portions: Portions,
): Promise<Response> {
  const request = requestContext();
  const body = await portionedStream(portions, () => request?.response.destroy());
  return new Response(body, {
    headers: {
      "Content-Type": CONTENT_TYPE[format],
      "Content-Disposition": `attachment; filename="${nameParts.join("-")}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}
