import type { Locale } from "@/lib/i18n/locales";
import type messages from "@/lib/i18n/messages/en.json";

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
