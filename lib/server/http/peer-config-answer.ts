import "server-only";
import { getTranslations } from "next-intl/server";
import { toProblem } from "@/lib/server/http/problem";
import type { ReadPeerConfig } from "@/lib/server/inventory/peer-config";
import type { PeerConfigAnswer } from "@/lib/vpn/peer-config/answer";
import type { Refusal } from "@/lib/vpn/peer-config/said";
import { type Vendor, VENDOR_FACTS } from "@/lib/vpn/peer-config/vendors";

/** What was generated, in the user's language. */
export async function peerConfigAnswer(
  vendor: Vendor,
  { connection, config, failure }: ReadPeerConfig,
): Promise<PeerConfigAnswer> {
  const t = await getTranslations("peerConfig");
  const { stale } = connection;
  const about = { vendor, ...(stale && { stale }) };
  const sayRefusal = ({ refusal, setting, values }: Refusal) =>
    t(`refusals.${refusal}`, {
      ...values,
      vendor: VENDOR_FACTS[vendor].name,
      setting: setting === undefined ? "" : t(`settings.${setting}`),
    });
  if (config.kind === "refused") {
    const { refusals, others } = config;
    const hasOtherValues = refusals.some(
      ({ refusal }) => refusal === "notSupported" || refusal === "unknownValue",
    );
    const vendors = others.map((one) => VENDOR_FACTS[one].name).join(", ");
    const notes = [
      ...refusals.map(sayRefusal),
      ...(hasOtherValues ? [t("chooseOthers")] : []),
      ...(vendors === "" ? [] : [t("otherVendors", { vendors })]),
    ];
    return { ...about, files: [], placeholders: [], notes };
  }
  const { files, placeholders, notes } = config;
  const unread =
    failure === null ? [] : [t("gatewaysUnread", { problem: (await toProblem(failure)).title })];
  return {
    ...about,
    files,
    placeholders: placeholders.map(({ name, meaning, values }) => {
      return { name, meaning: t(`meanings.${meaning}`, values) };
    }),
    notes: [...unread, ...notes.map(({ note, values }) => t(`notes.${note}`, values))],
  };
}
