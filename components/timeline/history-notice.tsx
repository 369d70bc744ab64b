import { DatabaseZap } from "lucide-react";
import type { ReactNode } from "react";
import { InlineNotice } from "@/components/ui/inline-notice";

type Props = { title: ReactNode; detail: string; children?: ReactNode };

/** What is the matter with history, while the rest of the page is as it should be. */
export function HistoryNotice(props: Props) {
  return <InlineNotice icon={DatabaseZap} {...props} />;
}
