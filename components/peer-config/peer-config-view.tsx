import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfigFile } from "@/components/peer-config/config-file";
import { PlaceholderTable } from "@/components/peer-config/placeholder-table";
import { VendorProof } from "@/components/peer-config/vendor-proof";
import { api } from "@/lib/vpn/hrefs";
import type { PeerConfigAnswer } from "@/lib/vpn/peer-config/answer";
import { type Vendor, VENDOR_FACTS } from "@/lib/vpn/peer-config/vendors";

type Props = {
  regionId: string;
  vpnConnectionId: string;
  vendor: Vendor;
  answer: PeerConfigAnswer;
};

/** What to know before it, what to fill in, and the text itself; or why there is none. */
export function PeerConfigView({ regionId, vpnConnectionId, vendor, answer }: Props) {
  const t = useTranslations("peerConfig");
  const { files, placeholders, notes } = answer;
  if (files.length === 0) return <Refused vendor={vendor} reasons={notes} />;
  return (
    <>
      <VendorProof vendor={vendor} files={files.length} />
      <div className="mb-6 grid items-start gap-6 xl:grid-cols-2">
        <section
          aria-labelledby="notes-title"
          className="rounded-lg border border-line bg-surface p-4 shadow-raised md:p-6"
        >
          <h2 id="notes-title" className="mb-3 font-semibold">
            {t("notesTitle")}
          </h2>
          <Sentences of={notes} />
        </section>
        <PlaceholderTable placeholders={placeholders} />
      </div>
      {files.map((file, index) => (
        <ConfigFile
          key={file.name}
          file={file}
          href={api.peerConfigFile(regionId, vpnConnectionId, vendor, index + 1)}
        />
      ))}
    </>
  );
}

function Refused({ vendor, reasons }: { vendor: Vendor; reasons: string[] }) {
  const t = useTranslations("peerConfig");
  const problems = useTranslations("problems.not_supported");
  return (
    <section
      aria-labelledby="refused-title"
      className="flex gap-4 rounded-lg border border-line bg-surface p-4 shadow-raised md:p-6"
    >
      <Ban aria-hidden className="mt-0.5 size-6 shrink-0 text-degraded" />
      <div className="min-w-0">
        <h2 id="refused-title" className="font-semibold">
          {problems("title")}
        </h2>
        <p className="mt-1 mb-4 text-ink-soft">
          {t("refusedDetail", { vendor: VENDOR_FACTS[vendor].name })}
        </p>
        <Sentences of={reasons} />
      </div>
    </section>
  );
}

function Sentences({ of: sentences }: { of: string[] }) {
  return (
    <ul className="max-w-[75ch] list-disc space-y-2 pl-5 text-sm wrap-anywhere">
      {sentences.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
