import { useTranslations } from "next-intl";
import { type ComponentType, lazy, useEffect, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { PanelProps } from "@/components/vpn-connections/panel/panel-content";
import { PanelNote } from "@/components/vpn-connections/panel/panel-note";

const load = () => import("@/components/vpn-connections/panel/panel-content");

/** What is drawn in the first HTML, and where React takes that over. */
const FirstContent = lazy(() => load().then(({ PanelContent }) => ({ default: PanelContent })));

/** Set once it is there. A Suspense boundary would hold back what comes after its fallback for 300 ms. */
let Loaded: ComponentType<PanelProps> | null = null;

/** All of a connection. The code and the words of panels are loaded with the first that opens. */
export function LazyPanel(props: PanelProps) {
  const isHydrated = useHydrated();
  // The first HTML has all of an open panel: behind a boundary React would send it later, and show it by script only.
  const [isFirst] = useState(!isHydrated);
  return isFirst ? <FirstContent {...props} /> : <LaterPanel {...props} />;
}

function LaterPanel(props: PanelProps) {
  const t = useTranslations("connections.panel");
  const [Content, setContent] = useState(() => Loaded);
  useEffect(() => {
    if (Content !== null) return undefined;
    let isGone = false;
    const show = async () => {
      await loadPanel();
      if (!isGone) setContent(() => Loaded ?? NoPanel);
    };
    void show();
    return () => {
      isGone = true;
    };
  }, [Content]);
  return Content === null ? <PanelNote>{t("reading")}</PanelNote> : <Content {...props} />;
}

/** The server does not respond, or has another version by now. The link above leads to the same by a page. */
function NoPanel() {
  const t = useTranslations("states.failed");
  return <PanelNote>{t("offlineTitle")}</PanelNote>;
}

/** Loads what a panel needs, before it opens where that can be foreseen. A failure is told by the panel. */
export async function loadPanel(): Promise<void> {
  try {
    Loaded = (await load()).PanelContent;
  } catch {
    // Tried again by the next one.
  }
}
