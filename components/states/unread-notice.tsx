import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { ProblemReferences } from "@/components/states/problem-references";
import type { Problem } from "@/lib/vpn/problem";

type Props = {
  title: string;
  /** What the page shows instead. */
  detail: string;
  /** An UnreadCause for each. */
  children: ReactNode;
};

/** That something beside the page's own rows could not be read. */
export function UnreadNotice({ title, detail, children }: Props) {
  return (
    <aside
      aria-label={title}
      className="mb-4 flex gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3"
    >
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-ink-soft">{detail}</p>
        {children}
      </div>
    </aside>
  );
}

type CauseProps = {
  /** Null while it is still being read: then the page's address is the way to look again. */
  problem: Problem | null;
  reading: string;
  again: string;
  href: string;
  /** What it is about, where that is not all of it. */
  children?: ReactNode;
};

export function UnreadCause({ problem, reading, again, href, children }: CauseProps) {
  return (
    <div className="mt-2 text-sm">
      <p className="font-medium">{problem?.title ?? reading}</p>
      {problem === null ? (
        <a href={href} className="link">
          {again}
        </a>
      ) : (
        <p>{problem.detail}</p>
      )}
      {children}
      <ProblemReferences problem={problem} className="mt-1" />
    </div>
  );
}
