/**
 * Regions that scroll sideways are written as keyboard stops, so that every reader can scroll them. Where all of a region
 * is visible, the stop is of no use and is taken away until it is needed.
 */
function watchScrollRegions(): void {
  const regions = document.querySelectorAll<HTMLElement>(".table-scroll, .tier-grid-region");
  const update = (region: HTMLElement): void => {
    const scrolls = region.scrollWidth > region.clientWidth + 1;
    if (scrolls) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target as HTMLElement);
  });
  for (const region of regions) observer.observe(region);
}

watchScrollRegions();

export {};
