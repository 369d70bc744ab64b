import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { NumberedText } from "@/components/peer-config/numbered-text";
import type { ConfigFile as File } from "@/lib/vpn/peer-config/generator";

type Props = {
  file: File;
  /** Where it can be saved from. */
  href: string;
};

export function ConfigFile({ file, href }: Props) {
  const t = useTranslations("peerConfig");
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mb-6 rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 md:px-6">
        <h2 id={id} className="min-w-0 font-mono text-sm font-semibold wrap-anywhere">
          {file.name}
        </h2>
        <div className="flex flex-wrap gap-2 print:hidden">
          <CopyText text={file.text} what={file.name} />
          <a href={href} download={file.name} className={buttonClass("quiet")}>
            <Download aria-hidden className="size-4" />
            {t("download")}
          </a>
        </div>
      </div>
      <NumberedText text={file.text} />
    </section>
  );
}
