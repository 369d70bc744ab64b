import { useTranslations } from "next-intl";
import { type Field, FieldTable } from "@/components/fields/field-table";
import { Copyable, Data, Secret, TagList } from "@/components/fields/values";
import { Time } from "@/components/ui/time";
import type messages from "@/lib/i18n/messages/en.json";
import type { CustomerGateway } from "@/lib/vpn/gateways";

type FieldName = keyof (typeof messages)["customerGateways"]["fields"];

const FIELDS: Field<CustomerGateway, FieldName>[] = [
  {
    name: "ipAddress",
    apiName: "IpAddress",
    show: ({ ipAddress }) => <Copyable value={ipAddress} />,
  },
  { name: "asn", apiName: "Asn", show: ({ asn }) => <Data value={asn} /> },
  {
    name: "authKey",
    apiName: "AuthKey",
    show: ({ authKey }) => <Secret secret={authKey} />,
    isThere: ({ authKey }) => authKey.configured,
  },
  {
    name: "createTime",
    apiName: "CreateTime",
    show: ({ createTime }) =>
      createTime === null ? <Data value={null} /> : <Time value={createTime} show="full" />,
  },
  {
    name: "resourceGroupId",
    apiName: "ResourceGroupId",
    show: ({ resourceGroupId }) => <Copyable value={resourceGroupId} />,
  },
  {
    name: "description",
    apiName: "Description",
    show: ({ description }) => <span className="wrap-anywhere">{description}</span>,
    isThere: ({ description }) => description !== null,
  },
  {
    name: "tags",
    apiName: "Tags",
    show: ({ tags }) => <TagList tags={tags} />,
    isThere: ({ tags }) => tags.length > 0,
  },
];

/** What the account has recorded about the device. */
export function CustomerGatewayFacts({ gateway }: { gateway: CustomerGateway }) {
  const t = useTranslations("customerGateways");
  return (
    <section aria-label={t("facts")} className="mb-8 max-w-2xl">
      <FieldTable
        title={t("gateway")}
        fields={FIELDS}
        subjects={[gateway]}
        head={() => null}
        words={(name) => ({
          label: t(`fields.${name}.label`),
          explain: t(`fields.${name}.explain`),
        })}
      />
    </section>
  );
}
