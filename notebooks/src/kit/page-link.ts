/** Returns the address of another page of the site, as the navigation has it, with the plan on show and a place on it. */
export function pageLink(name: string, place: string): string {
  const ends = new RegExp(`/${name}(\\.html)?$`);
  const links = document.querySelectorAll<HTMLAnchorElement>("nav a[data-carries]");
  const found = [...links].find(({ pathname }) => ends.test(pathname));
  return found ? `${found.pathname}${location.search}#${place}` : `#${place}`;
}
