import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

type Props = {
  at: number;
  /** Of the words before the time. */
  labelClass?: string;
};

/** How old what is shown is. */
export function ReadAt({ at, labelClass }: Props) {
  const t = useTranslations("connections.list");
  return t.rich("readAt", {
    label: (words) => <span className={labelClass}>{words}</span>,
    time: () => <Time value={at} show="relative" />,
  });
}
