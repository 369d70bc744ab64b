import { CircleCheck, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/vpn/overview";
import { calmOf } from "@/lib/vpn/wall-calm";
import type { Alarm } from "@/lib/vpn/wall";

type Props = { overview: Overview | null; alarm: Alarm | null };

/** What stands there while nothing is down: good news only as far as it goes, and is not old. */
export function WallHeadline({ overview, alarm }: Props) {
  const t = useTranslations("wall.calm");
  const { kind, up, unknown, unreadable, known, total } = calmOf(overview, alarm !== null);
  if (kind === null) return null;
  const isAllUp = kind === "allUp";
  return (
    <section className="flex flex-1 flex-col items-center justify-center gap-4 text-center">
      {isAllUp && <CircleCheck aria-hidden className="size-32 text-up" />}
      {kind === "reading" && (
        <LoaderCircle aria-hidden className="size-24 text-ink-soft motion-safe:animate-spin" />
      )}
      <p className={`text-6xl/tight font-semibold text-balance ${isAllUp ? "text-up" : ""}`}>
        {t(kind, { count: up })}
      </p>
      <p className="text-3xl/tight text-ink-soft">
        {[
          unknown > 0 && t("unknown", { count: unknown }),
          unreadable > 0 && t("unreadable", { count: unreadable }),
          known < total && t("known", { known, total }),
        ]
          .filter((note) => note !== false)
          .join(" · ")}
      </p>
    </section>
  );
}
