import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";

type Props = { href: Route; icon: LucideIcon; children: ReactNode };

/** A way to another page, under the heading of this one. */
export function IconLink({ href, icon: Icon, children }: Props) {
  return (
    <a
      href={href}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <Icon aria-hidden className="size-4" />
      {children}
    </a>
  );
}
