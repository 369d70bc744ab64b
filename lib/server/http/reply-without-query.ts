import "server-only";
import { currentUser } from "@/lib/server/auth/current-user";
import type { User } from "@/lib/server/auth/user";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { reply } from "@/lib/server/http/reply";

/** The reply of an address that takes no search parameters: the first one that is given is named. */
export function replyWithoutQuery(
  request: { nextUrl: Pick<URL, "searchParams"> },
  read: (user: User) => Promise<object>,
): Promise<Response> {
  return reply(async () => {
    const user = await currentUser();
    const [parameter] = request.nextUrl.searchParams.keys();
    if (parameter !== undefined) throw new ParameterError(parameter, "unknown");
    return read(user);
  });
}
