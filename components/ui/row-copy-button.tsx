import { useContext, useState } from "react";
import { type Copying, CopyingContext } from "@/components/ui/copy-area";
import { writeText } from "@/components/ui/use-copy";

type Props = {
  text: string;
  /**
   * Seen under the pointer only, and passed over by the keyboard, which has the same in the row's panel;
   * a row with ten stops would be no row to walk along.
   */
  isQuiet?: boolean;
};

/** One of the hundreds of a CopyArea; in the server's HTML, and where nothing can be copied, it is not there. */
export function RowCopyButton({ text, isQuiet = true }: Props) {
  const copying = useContext(CopyingContext);
  return copying === null ? null : <CopyIcon text={text} isQuiet={isQuiet} {...copying} />;
}

function CopyIcon({ text, isQuiet, labelOf, announce }: Required<Props> & Copying) {
  const [isCopied, setIsCopied] = useState(false);
  const tell = (isDone: boolean) => {
    setIsCopied(isDone);
    announce(isDone);
  };
  return (
    <button
      type="button"
      onClick={() => void writeText(text).then(tell)}
      onBlur={() => tell(false)}
      tabIndex={isQuiet ? -1 : undefined}
      aria-label={labelOf(text)}
      data-copied={isCopied ? "" : undefined}
      className={isQuiet ? "copy-button copy-quiet" : "copy-button"}
    />
  );
}
