/** Sentences for the reader, as message keys with their values: pages say them in the reader's language. */

export type Values = Record<string, string | number>;

/** What a placeholder stands for: keys of `peerConfig.meanings`. */
export type Meaning =
  | "psk"
  | "localAddress"
  | "remoteAddress"
  | "localId"
  | "remoteId"
  | "localSubnet"
  | "remoteSubnet"
  | "localAsn"
  | "remoteAsn"
  | "localBgpIp"
  | "remoteBgpIp"
  | "bgpKey"
  | "outsideInterface"
  | "outsideInterfaceOfTunnel"
  | "sourceAddress"
  | "insideInterface"
  | "outsideZone"
  | "outsideZoneOfTunnel"
  | "insideZone"
  | "routedSubnet"
  | "routedIpv6Subnet"
  | "announcedSubnet";

/** `name` begins with `REPLACE-` and is no prefix of another name, so that a plain replacement fills it in. */
export type Placeholder = { name: string; meaning: Meaning; values: Values };

/** What to know before the configuration is applied: keys of `peerConfig.notes`. */
export type NoteKey =
  | "keyByHand"
  | "bothEnds"
  | "directions"
  | "pair"
  | "lifetimes"
  | "idle"
  | "nat"
  | "natTraversalOff"
  | "identityReplaced"
  | "textReplaced"
  | "defaultRoute"
  | "bgp"
  | "bgpAnnounced"
  | "sameIdentities"
  | "routesByHand"
  | "lifetimeAbsent"
  | "transitRouter"
  | "strongswanFiles"
  | "strongswanInterfaces"
  | "strongswanRoutes"
  | "strongswanRun"
  | "strongswanForwarding"
  | "strongswanTwoAddresses"
  | "strongswanBgp"
  | "strongswanAggressive"
  | "permitTraffic"
  | "numbers"
  | "oneMap"
  | "oneBgpProcess"
  | "saPerPair"
  | "lifetimeLimited"
  | "twoLines"
  | "oneIkev2Policy"
  | "natTraversalAutomatic"
  | "wholeDevice"
  | "wholeInterface"
  | "junosInbound"
  | "ciscoLifetime"
  | "ciscoSelectors"
  | "ciscoWeak"
  | "ciscoIdentity";

export type Note = { note: NoteKey; values: Values };

/** Why there is no configuration: keys of `peerConfig.refusals`. */
type RefusalKey =
  | "notSupported"
  | "unknownValue"
  | "absent"
  | "severalSubnets"
  | "aggressive"
  | "ipv6"
  | "interfaceSelectors"
  | "bgpSelectors"
  | "routedSelector"
  | "noPair"
  | "certificates";

/** `setting` is the one it is about, where it is about one. */
export type Refusal = { refusal: RefusalKey; setting?: SettingName; values: Values };

/** Settings that a refusal names: keys of `peerConfig.settings`. */
export type SettingName =
  | "ikeVersion"
  | "ikeEncAlg"
  | "ikeAuthAlg"
  | "ikePfs"
  | "ipsecEncAlg"
  | "ipsecAuthAlg"
  | "ipsecPfs";
