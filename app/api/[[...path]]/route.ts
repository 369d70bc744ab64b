import { currentReader } from "@/lib/server/access/current-reader";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";

/** Whatever else is asked of the API gets a problem reply, not a page. */
export function GET() {
  return reply(async () => {
    await currentReader();
    throw new ParameterError("path", "unknownPath");
  });
}
