import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = { href: Route; icon: LucideIcon; children: ReactNode };

/** A way to another page, under the heading of this one. */
export function IconLink({ href, icon: Icon, children }: Props) {
  return (
    <Link
      prefetch={false}
      href={href}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <Icon aria-hidden className="size-4" />
      {children}
    </Link>
  );
}
