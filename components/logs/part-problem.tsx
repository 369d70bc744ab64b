import { KeyRound, TriangleAlert } from "lucide-react";
import { ProblemReferences } from "@/components/states/problem-references";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { Problem } from "@/lib/vpn/problem";

type Props = { title: string; problem: Problem };

/** Why a part of the page is missing, while the others are there. */
export function PartProblem({ title, problem }: Props) {
  const icon = problem.code === "access_denied" ? KeyRound : TriangleAlert;
  return (
    <InlineNotice icon={icon} title={title} detail={problem.detail}>
      <ProblemReferences problem={problem} />
    </InlineNotice>
  );
}
