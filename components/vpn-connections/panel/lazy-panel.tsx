import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { PanelProps } from "@/components/vpn-connections/panel/panel-content";
import { PanelNote } from "@/components/vpn-connections/panel/panel-note";

const load = () => import("@/components/vpn-connections/panel/panel-content");

const LazyContent = lazy(() =>
  load().then(
    ({ PanelContent }) => ({ default: PanelContent }),
    () => ({ default: NoPanel }),
  ),
);

/** All of a connection. The code and the words of panels are loaded with the first that opens. */
export function LazyPanel(props: PanelProps) {
  const t = useTranslations("connections.panel");
  const isHydrated = useHydrated();
  // The first HTML has all of an open panel: behind a boundary React would send it later, and show it by script only.
  const [isFirst] = useState(!isHydrated);
  if (isFirst) return <LazyContent {...props} />;
  return (
    <Suspense fallback={<PanelNote>{t("reading")}</PanelNote>}>
      <LazyContent {...props} />
    </Suspense>
  );
}

/** The server does not respond, or has another version by now. The link above leads to the same by a page. */
function NoPanel() {
  const t = useTranslations("states.failed");
  return <PanelNote>{t("offlineTitle")}</PanelNote>;
}

/** Loads what a panel needs before it opens. Whether that fails is told by the panel. */
export function loadPanel(): void {
  void load().catch(() => {});
}
