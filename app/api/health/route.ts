import { currentUserOrNull } from "@/lib/server/auth/current-user";
import { healthFor } from "@/lib/server/http/health";
import { reply } from "@/lib/server/http/reply";

/** Says that the server serves; to whoever is signed in, also what is not well. */
export const dynamic = "force-dynamic";

export function GET() {
  return reply(async () => healthFor(await currentUserOrNull()));
}
