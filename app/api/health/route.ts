import { reply } from "@/lib/server/http/reply";

/** Says that the server serves, whatever the API does: asking Alibaba here would restart us for its faults. */
export const dynamic = "force-dynamic";

export function GET() {
  return reply(async () => ({ status: "ok" }));
}
