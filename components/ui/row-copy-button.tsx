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
  return copying && <AreaCopyButton text={text} what={text} isQuiet={isQuiet} {...copying} />;
}

type AreaProps = Required<Props> & Copying & { what: string };

export function AreaCopyButton({ text, what, isQuiet, labelOf, announce }: AreaProps) {
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
      aria-label={labelOf(what)}
      data-copied={isCopied ? "" : undefined}
      className={isQuiet ? "copy-button copy-quiet" : "copy-button"}
    />
  );
}
