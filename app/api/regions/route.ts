import { currentUser } from "@/lib/server/auth/current-user";
import { listRegions } from "@/lib/server/inventory/regions";
import { reply } from "@/lib/server/http/reply";

export function GET() {
  return reply(async () => ({ regions: await listRegions(await currentUser()) }));
}
