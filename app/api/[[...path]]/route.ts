import { currentUser } from "@/lib/server/auth/current-user";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { reply } from "@/lib/server/http/reply";

/** Whatever else is asked of the API gets a problem reply, not a page. */
export function GET() {
  return reply(async () => {
    await currentUser();
    throw new ParameterError("path", "unknownPath");
  });
}
