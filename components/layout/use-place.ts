import { useParams, usePathname, useSearchParams } from "next/navigation";
import { regionInQuery } from "@/lib/vpn/navigation";
import { pathText } from "@/lib/vpn/path-text";

/** Where the user is: the address, and the region that it names. */
export function usePlace() {
  const path = usePathname();
  const search = useSearchParams();
  const { regionId } = useParams<{ regionId?: string }>();
  const inPath = regionId === undefined ? null : pathText(regionId);
  return { path, search, regionId: inPath ?? regionInQuery(path, search) };
}
