import {
  type ListPageParameters,
  type ListParameters,
  serializeList,
  serializePage,
} from "@/lib/vpn/search-params";

/** Every address of the app is made here: pages in `pages`, their data in `api`. */
const listPath = (regionId: string) =>
  `/regions/${encodeURIComponent(regionId)}/vpn-connections` as const;

export const pages = {
  home: "/" as const,
  vpnConnections: (regionId: string, parameters: Partial<ListPageParameters> = {}) =>
    `${listPath(regionId)}${serializePage(parameters)}` as const,
};

export const api = {
  regions: "/api/regions" as const,
  vpnConnections: (regionId: string, parameters: Partial<ListParameters> = {}) =>
    `/api${listPath(regionId)}${serializeList(parameters)}` as const,
};
