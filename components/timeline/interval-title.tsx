"use client";

import { localTime, utcTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";

type Props = {
  words: string;
  from: number;
  /** Null while it lasts. */
  to: number | null;
};

/** Shown where a part of a drawing is pointed at: in UTC, and in the user's zone once that is known. */
export function IntervalTitle({ words, from, to }: Props) {
  const isHydrated = useHydrated();
  const local = isHydrated ? [between(localTime, from, to)] : [];
  return <title>{[words, ...local, `${between(utcTime, from, to)} UTC`].join("\n")}</title>;
}

type InZone = (time: number) => { date: string; time: string } | null;

function between(inZone: InZone, from: number, to: number | null): string {
  const begin = inZone(from);
  const end = to === null ? null : inZone(to);
  if (to === from) return `${begin?.date} ${begin?.time}`;
  const start = `${begin?.date} ${begin?.time} –`;
  if (end === null) return start;
  return begin?.date === end.date ? `${start} ${end.time}` : `${start} ${end.date} ${end.time}`;
}
