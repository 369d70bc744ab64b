import { BookOpen, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Vendor, VENDOR_FACTS } from "@/lib/vpn/peer-config/vendors";

/** How far the text can be trusted: whether tunnels have been brought up with what is written for the vendor. */
export function VendorProof({ vendor, files }: { vendor: Vendor; files: number }) {
  const t = useTranslations("peerConfig");
  const { software, isRunInTests } = VENDOR_FACTS[vendor];
  const Icon = isRunInTests ? CircleCheck : BookOpen;
  return (
    <p className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span
        className={
          isRunInTests
            ? "inline-flex items-center gap-1.5 rounded-full bg-up-wash px-3 py-1 font-medium text-up"
            : "inline-flex items-center gap-1.5 rounded-full bg-degraded-wash px-3 py-1 font-medium text-degraded"
        }
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {isRunInTests ? t("runInTests") : t("notRun")}
      </span>
      <span className="text-ink-soft">
        {isRunInTests && files > 1 && `${t("runOfSeveral")} `}
        {t("software", { software })}
      </span>
    </p>
  );
}
