import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CirclePlus,
  CircleX,
  Eye,
  EyeOff,
  type LucideIcon,
  ShieldAlert,
  ShieldCheck,
  SlidersHorizontal,
} from "lucide-react";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import type { EventKind } from "@/lib/vpn/events";

type Look = { icon: LucideIcon; ink: string; box: string };

const PLAIN = { ink: "text-ink-soft", box: "border-ink-soft bg-sunken" };

/** Colour tells a state and nothing else. */
export const EVENT_LOOKS: Record<EventKind, Look> = {
  down: { ...LOOKS.down, icon: CircleX },
  degraded: { ...LOOKS.degraded, icon: CircleAlert },
  up: { ...LOOKS.up, icon: CircleCheck },
  unknown: { ...LOOKS.unknown, icon: CircleHelp },
  tunnel_down: { ...LOOKS.down, icon: CircleX },
  tunnel_up: { ...LOOKS.up, icon: CircleCheck },
  config_changed: { ...PLAIN, icon: SlidersHorizontal },
  created: { ...PLAIN, icon: CirclePlus },
  deleted: { ...PLAIN, icon: CircleMinus },
  no_data: { ...PLAIN, icon: EyeOff },
  data_back: { ...PLAIN, icon: Eye },
  finding_new: { ...PLAIN, icon: ShieldAlert },
  finding_gone: { ...PLAIN, icon: ShieldCheck },
};
