import { at, listAt } from "./wire-value";
import type { RequestParameters } from "./signature";

/** An absent or an empty filter lets everything pass. */
export function hasValue(parameters: RequestParameters, filter: string, item: unknown): boolean {
  const wanted = parameters.get(filter);
  return !wanted || at(item, filter) === wanted;
}

/** In dual-tunnel mode the customer gateways stand at the tunnels. */
export function hasCustomerGateway(parameters: RequestParameters, connection: unknown): boolean {
  if (hasValue(parameters, "CustomerGatewayId", connection)) return true;
  return listAt(connection, "TunnelOptionsSpecification", "TunnelOptions").some((tunnel) =>
    hasValue(parameters, "CustomerGatewayId", tunnel),
  );
}

type WantedTag = { key: string; value: string };

export function wantedTags(parameters: RequestParameters): WantedTag[] {
  const wanted: WantedTag[] = [];
  for (const [name, key] of parameters) {
    const number = /^Tag\.(\d+)\.Key$/.exec(name)?.[1];
    if (number === undefined || !key) continue;
    wanted.push({ key, value: parameters.get(`Tag.${number}.Value`) ?? "" });
  }
  return wanted;
}

/**
 * Every wanted tag has to be there; one without a value asks for the key alone. Connections have
 * them under Tag, gateways under Tags.
 */
export function hasTags(wanted: readonly WantedTag[], item: unknown): boolean {
  const tags = [...listAt(item, "Tag", "Tag"), ...listAt(item, "Tags", "Tag")];
  return wanted.every(({ key, value }) =>
    tags.some((tag) => at(tag, "Key") === key && (!value || at(tag, "Value") === value)),
  );
}
