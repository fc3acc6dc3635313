"use client";

import { useEffect } from "react";

/** Opens the folds around a place that the address or a link of the page names, where the browser does not do so itself. */
export function FoldOpener() {
  useEffect(() => {
    function open(hash: string) {
      const place = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
      let fold = place?.closest("details:not([open])");
      if (!place || !fold) return;
      for (; fold; fold = place.closest("details:not([open])")) fold.setAttribute("open", "");
      place.scrollIntoView();
    }
    const onHash = () => open(window.location.hash);
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (link) open(link.hash);
    };
    onHash();
    window.addEventListener("hashchange", onHash);
    document.addEventListener("click", onClick);
    return () => {
      window.removeEventListener("hashchange", onHash);
      document.removeEventListener("click", onClick);
    };
  }, []);

  return null;
}
