import type { ReactNode } from "react";
import { TunnelLine } from "@/components/drawing/tunnel-line";
import type { LineState } from "@/lib/vpn/drawing";

type Props = {
  state: LineState;
  /** What is in it, in a few words. */
  words: string;
  /** Where the outer box stands, seen from the lines. */
  outerIs: "left" | "right";
  /** The way to what is in it. */
  children: ReactNode;
};

/** Many connections that are drawn as one line. */
export function GroupLane({ state, words, outerIs, children }: Props) {
  return (
    <li className="border-line py-4 not-last:border-b first:pt-0 last:pb-0 break-inside-avoid">
      <div
        className={
          outerIs === "right"
            ? "grid items-center gap-y-2 xl:grid-cols-[1fr_26rem]"
            : "grid items-center gap-y-2 xl:grid-cols-[24rem_1fr]"
        }
      >
        <div className={outerIs === "left" ? "max-xl:w-12 xl:order-last" : "max-xl:w-12"}>
          <TunnelLine state={state} />
        </div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-md border border-line-strong bg-surface px-3 py-2.5">
          <span className="font-medium">{words}</span>
          {children}
        </p>
      </div>
    </li>
  );
}
