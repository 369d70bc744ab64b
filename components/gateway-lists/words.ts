import { useTranslations } from "next-intl";

/** The words of lists of gateways. */
export const useGatewayListWords = () => useTranslations("gatewayLists");

export type GatewayListWords = ReturnType<typeof useGatewayListWords>;
