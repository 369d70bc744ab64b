import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

type Props = {
  at: number;
  /** Of the words before the time. */
  labelClass?: string;
  /** Whether it stands in a line that has no room to move. */
  isTight?: boolean;
};

/** How old what is shown is. */
export function ReadAt({ at, labelClass, isTight = false }: Props) {
  const t = useTranslations("connections.list");
  return t.rich("readAt", {
    label: (words) => <span className={labelClass}>{words}</span>,
    time: () => <Time value={at} show={isTight ? "recent" : "relative"} />,
  });
}
