import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { CopyArea } from "@/components/ui/copy-area";
import { TunnelLine } from "@/components/drawing/tunnel-line";
import type { LineState } from "@/lib/vpn/drawing";

type Props = {
  /** The thing in the middle of the matter, at which all lines meet. */
  hub: ReactNode;
  hubIs: "left" | "right";
  /** What cannot be seen: more than the drawing holds, or not readable. */
  note?: string;
  /** A Lane each. */
  children: ReactNode;
};

const LEGEND: LineState[] = ["up", "down", "changing", "unknown"];

/**
 * Boxes and lines that are also a list of words: what is drawn is said in the same order, so that it
 * can be heard, searched and copied. In a narrow window the hub stands above its lines.
 */
export function Drawing({ hub, hubIs, note, children }: Props) {
  const t = useTranslations("drawing");
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className="rounded-lg border border-line bg-surface p-4 shadow-raised md:p-6"
    >
      <figcaption className="mb-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 id={id} className="font-semibold">
          {t("title")}
        </h2>
        <ul
          aria-label={t("legend")}
          className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft"
        >
          {LEGEND.map((state) => (
            <li key={state} className="flex items-center gap-2">
              <span className="w-9">
                <TunnelLine state={state} />
              </span>
              {t(`line.${state}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <CopyArea>
        <div className="flex flex-col gap-4 xl:flex-row xl:items-stretch xl:gap-0">
          <div className={hubIs === "right" ? "xl:order-last" : undefined}>{hub}</div>
          <ul
            aria-label={t("connections")}
            className="min-w-0 flex-1 border-l-2 border-line-strong pl-4 xl:border-l-0 xl:pl-0"
          >
            {children}
          </ul>
        </div>
      </CopyArea>
      {note !== undefined && <p className="mt-4 text-sm text-ink-soft">{note}</p>}
    </figure>
  );
}
