/** An entry under a heading of the document; `weight` says how much of a page it takes. */
export type Listed = { readonly heading: string; readonly weight: number }

/**
 * Cuts a list into pages of at most `most`, at headings where possible: a section that fits on a page is not cut, and a longer one
 * has pages of its own. An entry heavier than a page is a page alone.
 */
export function splitIntoPages<T extends Listed>(all: readonly T[], most: number): T[][] {
  const pages: T[][] = []
  for (const section of groupByHeading(all)) {
    const last = pages.at(-1)
    if (last && weigh(last) + weigh(section) <= most) last.push(...section)
    else pages.push(...cut(section, most))
  }
  return pages
}

/** Consecutive entries under one heading. The same heading further down is another section. */
export function groupByHeading<T extends Pick<Listed, 'heading'>>(all: readonly T[]): T[][] {
  const sections: T[][] = []
  for (const entry of all) {
    const last = sections.at(-1)
    if (last?.[0]?.heading === entry.heading) last.push(entry)
    else sections.push([entry])
  }
  return sections
}

function cut<T extends Listed>(section: readonly T[], most: number): T[][] {
  const pages: T[][] = []
  let room = 0
  for (const entry of section) {
    if (entry.weight > room || pages.length === 0) {
      pages.push([])
      room = most
    }
    pages.at(-1)?.push(entry)
    room -= entry.weight
  }
  return pages
}

const weigh = (all: readonly Listed[]): number => all.reduce((sum, { weight }) => sum + weight, 0)
