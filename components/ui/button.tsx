import { clsx } from "clsx";
import type { ComponentProps } from "react";

const BASE =
  "inline-flex min-h-9 items-center gap-2 rounded-md px-3 py-1 text-sm font-medium whitespace-nowrap";

const VARIANTS = {
  primary: "bg-accent text-on-accent hover:opacity-90",
  quiet: "border border-line-strong bg-surface text-ink hover:bg-sunken",
} as const;

/** The look of an action, for links and buttons alike. */
export function buttonClass(variant: keyof typeof VARIANTS): string {
  return clsx(BASE, VARIANTS[variant]);
}

type Props = ComponentProps<"button"> & { variant: keyof typeof VARIANTS };

export function Button({ variant, className, ...props }: Props) {
  return <button type="button" className={clsx(buttonClass(variant), className)} {...props} />;
}
