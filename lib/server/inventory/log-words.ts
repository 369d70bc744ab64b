import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReadLine } from "@/lib/server/vpc-api/mappers/connection-logs";
import type { ReadDiagnosis } from "@/lib/server/vpc-api/mappers/diagnosis";
import type { Diagnosis, LogLine } from "@/lib/vpn/logs/connection-logs";
import { diagnosisCodeOf } from "@/lib/vpn/logs/diagnosis-codes";
import type { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";

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
      return { at, text, meaning: sentence, severity, tunnel, position };
    },
    diagnosis(read: ReadDiagnosis, tunnel: number | null): Diagnosis {
      const { code, severity, mismatch, failedReason, failedTime, sourceLog } = read;
      const told = { tunnel, code, severity, mismatch, failedReason, failedTime, sourceLog };
      const known = diagnosisCodeOf(code);
      if (known !== null) {
        return {
          ...told,
          code: known,
          title: t(`code.${known}.title`),
          advice: t(`code.${known}.advice`),
        };
      }
      const unnamed =
        code === null ? t("diagnosis.unknownNoCode") : t("diagnosis.unknown", { code });
      return { ...told, title: failedReason ?? unnamed, advice: t("diagnosis.unknownAdvice") };
    },
  };
}
