"use client";

import { useTranslations } from "next-intl";
import { closeMenu } from "@/components/layout/close-menu";
import { usePlace } from "@/components/layout/use-place";
import { SECTIONS, sectionHref, sectionOf, sectionPath } from "@/lib/vpn/navigation";

/** The sections of the app, of the region that the page is about; the page's own is marked. */
export function Navigation() {
  const t = useTranslations("navigation");
  const { path, regionId } = usePlace();
  const here = sectionOf(path);
  return (
    <nav aria-label={t("label")} className="order-last -mx-2.5 md:basis-full">
      <ul className="md:flex">
        {SECTIONS.map((section) => (
          <li key={section}>
            <a
              href={sectionHref(section, regionId)}
              onClick={closeMenu}
              aria-current={
                section !== here
                  ? undefined
                  : path === sectionPath(section, regionId)
                    ? "page"
                    : "true"
              }
              className="nav-link"
            >
              {t(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
