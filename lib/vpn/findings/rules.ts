import type { Rule } from "@/lib/vpn/findings/rule";
import { encryptionRules } from "@/lib/vpn/findings/rules/encryption";

/** All rules that are applied. */
export const RULES: readonly Rule[] = [...encryptionRules];
