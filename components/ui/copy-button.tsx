"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { CopyingContext } from "@/components/ui/copy-area";
import { AreaCopyButton } from "@/components/ui/row-copy-button";
import { useCopy } from "@/components/ui/use-copy";

type Props = { text: string; what: string };

/** An icon beside the text it copies; where nothing can be copied it is not there. */
export function CopyButton(props: Props) {
  const ofArea = useContext(CopyingContext);
  return ofArea === null ? (
    <OwnCopyButton {...props} />
  ) : (
    <AreaCopyButton isQuiet={false} {...props} {...ofArea} />
  );
}

function OwnCopyButton(props: Props) {
  const copying = useCopy();
  // In the server's HTML none is, and open panels have hundreds: they cost as little as they can.
  return copying.canCopy ? <CopyIcon {...props} {...copying} /> : null;
}

type IconProps = Props & ReturnType<typeof useCopy>;

function CopyIcon({ text, what, isCopied, copy, forget }: IconProps) {
  const t = useTranslations("copy");
  return (
    <>
      <button
        type="button"
        onClick={() => copy(text)}
        onBlur={forget}
        aria-label={t("action", { what })}
        data-copied={isCopied ? "" : undefined}
        className="copy-button"
      />
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
