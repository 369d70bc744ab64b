import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReadLine } from "@/lib/server/vpc-api/mappers/connection-logs";
import type { ReadDiagnosis } from "@/lib/server/vpc-api/mappers/diagnosis";
import type { Diagnosis, LogLine } from "@/lib/vpn/logs/connection-logs";
import { diagnosisCodeOf } from "@/lib/vpn/logs/diagnosis-codes";
import type { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";
import { isVague } from "@/lib/vpn/logs/line-meanings";
import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { VpnTunnel } from "@/lib/vpn/types";

/** Every one of the table of keywords. */
type Meaning = (typeof LINE_KEYWORDS)[number][1];

export type LogWords = Awaited<ReturnType<typeof logWords>>;

/** What was read, in the user's language. */
export async function logWords() {
  const t = await getTranslations("logs");
  const sentences = new Map<Meaning, string>();

  function sentenceOf(meaning: Meaning): string {
    const known = sentences.get(meaning) ?? t(`line.${meaning}`);
    sentences.set(meaning, known);
    return known;
  }

  return {
    line({ at, text, meaning, severity }: ReadLine, tunnel: number, position: number): LogLine {
      const sentence = meaning === null ? null : sentenceOf(meaning);
      return { at, text, meaning: sentence, severity, isVague: isVague(meaning), tunnel, position };
    },
    /** Of the tunnels it may be about: what to do depends on whether they are up. */
    diagnosis(read: ReadDiagnosis, tunnel: number | null, tunnels: VpnTunnel[]): Diagnosis {
      const { code, severity, mismatch, failedReason, failedTime, sourceLog } = read;
      const told = { tunnel, code, severity, mismatch, failedReason, failedTime, sourceLog };
      const known = diagnosisCodeOf(code);
      if (known !== null) {
        return {
          ...told,
          code: known,
          title: t(`code.${known}.title`),
          advice: t(`code.${known}.advice`, { state: stateOf(tunnels) }),
        };
      }
      const unnamed =
        code === null ? t("diagnosis.unknownNoCode") : t("diagnosis.unknown", { code });
      return { ...told, title: failedReason ?? unnamed, advice: t("diagnosis.unknownAdvice") };
    },
  };
}

function stateOf(tunnels: VpnTunnel[]): "up" | "down" | "unknown" {
  const conditions = tunnels.map(tunnelCondition);
  if (conditions.some(isDown)) return "down";
  return conditions.every((condition) => condition === "up") ? "up" : "unknown";
}
