import { CircleAlert, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { Severity } from "@/lib/vpn/findings/finding";

type Look = { icon: LucideIcon; ink: string; box: string };

/** Each has a shape of its own: colours alone do not tell them apart. */
export const SEVERITY_LOOKS: Record<Severity, Look> = {
  critical: { icon: OctagonAlert, ink: "text-down", box: "border-down/30 bg-down-wash" },
  high: { icon: TriangleAlert, ink: "text-degraded", box: "border-degraded/35 bg-degraded-wash" },
  medium: { icon: CircleAlert, ink: "text-unknown", box: "border-unknown/25 bg-unknown-wash" },
  low: { icon: Info, ink: "text-ink-soft", box: "border-ink-soft bg-sunken" },
  info: { icon: Info, ink: "text-ink-soft", box: "border-ink-soft bg-sunken" },
};
