import { stop } from '../../scripts/shared/command-line'

/** A whole number of at least `least`, or the line that says why not. */
export function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= least
    ? number
    : stop(`--${name} wants a whole number from ${least}, not “${value}”.`)
}

/** Rows under a head, columns lined up; numbers are text by now. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, 3, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

/** A share of 0 to 1 as "93.4 %". */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
