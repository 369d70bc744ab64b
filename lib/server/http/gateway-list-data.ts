import "server-only";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { firstRegionName } from "@/lib/server/http/page-data";
import { readColumns } from "@/lib/server/http/preferences";
import { listAllGateways, listGatewaysOf } from "@/lib/server/inventory/gateway-pages";
import type { ListedKind } from "@/lib/server/inventory/listed-kinds";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import {
  defaultGatewayColumns,
  GATEWAY_COLUMNS,
  type GatewayColumn,
} from "@/lib/vpn/gateway-columns";
import type { GatewayListPlace, GatewayOf, ListedGateway } from "@/lib/vpn/gateway-list";
import { gatewayQuestionOf } from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";
import { type Given, isUntidy } from "@/lib/vpn/search-params";
import { readGatewaysPage } from "@/lib/vpn/search-params-gateways";

export async function titleOfGateways(of: GatewayOf, regionId: string | null): Promise<Metadata> {
  const t = await getTranslations("gatewayLists");
  return { title: `${t(`${of}.title`)} · ${await placeOf(regionId)}` };
}

/** What a page of a list of gateways starts with; over all regions with null. */
export async function firstGateways<Gateway extends ListedGateway, List extends GatewayListPlace>(
  listed: ListedKind<Gateway, List>,
  regionId: string | null,
  given: Given,
) {
  const user = await pageUser();
  const { of } = listed.kind;
  const parameters = readGatewaysPage(of, given);
  if (isUntidy(given)) redirect(pages.gateways(of, regionId, parameters));
  const question = gatewayQuestionOf(parameters);
  const reading =
    regionId === null
      ? listAllGateways(listed, question, user, ALL_REGIONS_TIMEOUT_MS)
      : listGatewaysOf(listed, regionId, question, user);
  const [place, first, columns] = await Promise.all([
    placeOf(regionId),
    initialData(reading),
    shownColumns(of, regionId, parameters.columns),
  ]);
  return { of, regionId, place, parameters, columns, first };
}

async function placeOf(regionId: string | null): Promise<string> {
  const t = await getTranslations("pages");
  return regionId === null ? t("allRegions") : firstRegionName(regionId);
}

/** Those that are asked for, those that the reader has chosen last, or those of everybody. */
async function shownColumns(
  of: GatewayOf,
  regionId: string | null,
  asked: GatewayColumn[] | null,
): Promise<GatewayColumn[]> {
  const known: readonly GatewayColumn[] = GATEWAY_COLUMNS[of];
  const own = asked ?? (await readColumns(`${of}s`, known));
  if (own === null) return defaultGatewayColumns(of, regionId);
  // Each row has its name. Chosen on the list of one region, perhaps: rows of several say which.
  const isNeeded = (name: GatewayColumn) =>
    name === "name" || (name === "regionId" && asked === null && regionId === null);
  return known.filter((name) => own.includes(name) || isNeeded(name));
}
