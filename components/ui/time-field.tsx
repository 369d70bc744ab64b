"use client";

import { type ReactNode, useState } from "react";
import { FIELD_BOX } from "@/components/ui/fields";
import { localTime, utcTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";

type Props = {
  name: string;
  label: string;
  /** Until the user's zone is known, and for good without JavaScript. */
  labelInUtc: string;
  /** Epoch milliseconds. */
  value: number | null;
};

/**
 * A moment, sent as epoch milliseconds. Without a script the browser sends what stands in the field,
 * `2026-01-05T12:30`, and the server takes it for UTC, as the label says.
 */
export function TimeField(props: Props) {
  // Made anew with its value, and with the zone it is told in.
  return useHydrated() ? <LocalField key={props.value} {...props} /> : <UtcField {...props} />;
}

function UtcField({ name, labelInUtc, value }: Props) {
  return (
    <Labelled label={labelInUtc}>
      <input
        type="datetime-local"
        step="any"
        name={name}
        defaultValue={value === null ? "" : textOf(utcTime(value))}
        className={`${FIELD_BOX} text-ink`}
      />
    </Labelled>
  );
}

function LocalField({ name, label, value }: Props) {
  const [time, setTime] = useState(value);
  return (
    <Labelled label={label}>
      <input
        type="datetime-local"
        step="any"
        defaultValue={value === null ? "" : textOf(localTime(value))}
        onChange={(event) => setTime(timeOf(event.target.value))}
        className={`${FIELD_BOX} text-ink`}
      />
      <input type="hidden" name={name} value={time ?? ""} />
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="block min-w-0 text-sm text-ink-soft">
      {label}
      {children}
    </label>
  );
}

function textOf(parts: ReturnType<typeof utcTime>): string {
  return parts === null ? "" : `${parts.date}T${parts.time.replace(/:00$/, "")}`;
}

/** Without an offset, a date and a time are those of the user's zone. */
function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
