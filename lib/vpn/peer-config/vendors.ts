export const VENDORS = [
  "strongswan",
  "cisco-ios-xe",
  "fortigate",
  "juniper-srx",
  "h3c",
  "vyos",
] as const;

export type Vendor = (typeof VENDORS)[number];

type VendorFacts = {
  /** The vendor's own words, the same in every language. */
  name: string;
  /** The software whose syntax is written. */
  software: string;
  /** Whether our tests bring up tunnels with it; else it is written from the vendor's documentation only. */
  isRunInTests: boolean;
};

export const VENDOR_FACTS: Record<Vendor, VendorFacts> = {
  strongswan: { name: "strongSwan", software: "swanctl 5.8+", isRunInTests: true },
  "cisco-ios-xe": { name: "Cisco IOS XE", software: "IOS XE", isRunInTests: false },
  fortigate: { name: "FortiGate", software: "FortiOS", isRunInTests: false },
  "juniper-srx": { name: "Juniper SRX", software: "Junos OS", isRunInTests: false },
  h3c: { name: "H3C", software: "Comware 7", isRunInTests: false },
  vyos: { name: "VyOS", software: "VyOS 1.4+", isRunInTests: false },
};
