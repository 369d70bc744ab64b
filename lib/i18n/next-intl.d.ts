import type { Locale } from "@/lib/i18n/locales";
import type { Messages as Words } from "@/lib/i18n/messages";

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: Words;
  }
}
