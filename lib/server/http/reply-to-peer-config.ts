import "server-only";
import { getTranslations } from "next-intl/server";
import { peerConfigAnswer } from "@/lib/server/http/peer-config-answer";
import { problemReply } from "@/lib/server/http/reply";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import { getPeerConfig } from "@/lib/server/inventory/peer-config";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { problem } from "@/lib/server/runtime/problem-object";
import { guardText } from "@/lib/server/runtime/secret-guard";
import type { PeerConfigAnswer } from "@/lib/vpn/peer-config/answer";
import { readPeerConfig } from "@/lib/vpn/search-params-peer-config";

/** The configuration of the other end as data, or one of its files to save. */
export function replyToPeerConfig(
  request: DataRequest,
  regionId: string,
  vpnConnectionId: string,
): Promise<Response> {
  return replyWithData(request, readPeerConfig, async (user, { vendor, isText, file }) => {
    const read = await getPeerConfig(regionId, vpnConnectionId, vendor, user);
    const answer = await peerConfigAnswer(vendor, read);
    return isText ? fileReply(answer, file) : answer;
  });
}

async function fileReply({ files, notes }: PeerConfigAnswer, number: number): Promise<Response> {
  if (files.length === 0) {
    const t = await getTranslations("problems.not_supported");
    return problemReply(problem("not_supported", t("title"), notes.join(" ")));
  }
  const file = files[number - 1];
  if (file === undefined) throw new ParameterError("file", "malformed");
  return new Response(guardText(file.text), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
    },
  });
}
