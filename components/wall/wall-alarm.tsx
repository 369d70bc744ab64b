import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { SignInAgain } from "@/components/states/sign-in-again";
import type { Alarm } from "@/lib/vpn/wall";

type Props = {
  alarm: Alarm;
  /** How many regions there are. */
  total: number;
  timeOf: (value: number) => string;
  durationOf: (value: number) => string;
};

/** Regions that are named before the others are a number. */
const NAMED = 3;

/** Why what stands below must not be believed, and how old it is: in the one colour that nothing else fills. */
export function WallAlarm({ alarm, total, timeOf, durationOf }: Props) {
  const t = useTranslations("wall.alarm");
  const { since } = alarm;
  const age =
    since === null ? t("nothing") : t("asOf", { time: timeOf(since), duration: durationOf(since) });
  return (
    <section className="flex items-center gap-4 rounded-lg bg-degraded px-4 py-2 text-canvas">
      <TriangleAlert aria-hidden className="size-12 shrink-0" />
      <div className="min-w-0">
        {/* Not the rest, which changes while it stands there. */}
        <p role="alert" className="text-3xl/9 font-semibold">
          <Title alarm={alarm} total={total} />
        </p>
        <p className="line-clamp-2 text-lg/6">
          {age} <Detail alarm={alarm} />
        </p>
      </div>
      {alarm.kind === "signedOut" && (
        <div className="ml-auto">
          <SignInAgain problem={alarm.problem} />
        </div>
      )}
    </section>
  );
}

function Title({ alarm, total }: { alarm: Alarm; total: number }) {
  const t = useTranslations("wall.alarm");
  if (alarm.kind === "problem") return alarm.problem.title;
  if (alarm.kind === "regions") return t("regions", { count: alarm.regions.length, total });
  return t(alarm.kind);
}

function Detail({ alarm }: { alarm: Alarm }) {
  const t = useTranslations("wall.alarm");
  if (alarm.kind === "signedOut") return t("signInHere");
  if (alarm.kind === "problem" && alarm.since === null) return alarm.problem.detail;
  if (alarm.kind !== "regions") return t("goesOn");
  const names = alarm.regions.slice(0, NAMED).map(({ localName }) => localName);
  const more = alarm.regions.length - names.length;
  const problem = alarm.regions[0]?.problem?.title ?? "";
  return t("named", { names: names.join(", "), more, problem });
}
