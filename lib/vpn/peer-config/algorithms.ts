/** In the API's spelling; `aes` is AES with 128 bits. SM3 and SM4 belong to gateways that use certificates. */
export const ENCRYPTIONS = ["des", "3des", "aes", "aes192", "aes256"] as const;
export const INTEGRITIES = ["md5", "sha1", "sha256", "sha384", "sha512"] as const;
export const DH_GROUPS = ["group1", "group2", "group5", "group14", "group24"] as const;

export type Encryption = (typeof ENCRYPTIONS)[number];
export type Integrity = (typeof INTEGRITIES)[number];
export type DhGroup = (typeof DH_GROUPS)[number];

/** What PFS is set to where phase 2 makes no key exchange of its own. */
export const NO_PFS = "disabled";
